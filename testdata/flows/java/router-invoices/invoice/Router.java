package invoice;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

class Router {
    private final Map<String, Function<APIGatewayProxyRequestEvent, Response>> routes = new LinkedHashMap<>();

    void add(String method, String path, Function<APIGatewayProxyRequestEvent, Response> target) {
        routes.put(method + " " + path, target);
    }

    Response dispatch(String method, String path, APIGatewayProxyRequestEvent request) {
        for (Map.Entry<String, Function<APIGatewayProxyRequestEvent, Response>> route : routes.entrySet()) {
            if (route.getKey().equals(method + " " + path)) {
                return route.getValue().apply(request);
            }
        }
        return Response.json(404, "{}");
    }
}
