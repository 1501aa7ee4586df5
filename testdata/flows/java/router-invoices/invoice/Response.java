package invoice;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Collections;
import java.util.Map;

class Response {
    private final int status;
    private final String contentType;
    private final String body;

    private Response(int status, String contentType, String body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    static Response json(int status, String body) {
        return new Response(status, "application/json", body);
    }

    static Response html(String body) {
        return new Response(200, "text/html", body);
    }

    APIGatewayProxyResponseEvent toEvent() {
        Map<String, String> headers = Collections.singletonMap("Content-Type", contentType);
        return new APIGatewayProxyResponseEvent()
            .withStatusCode(status)
            .withHeaders(headers)
            .withBody(body); // slguard:expect xss-reflected
    }
}
