// slguard:trigger REST_API
package invoice;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.HashMap;
import java.util.Map;

public class App implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    private final Router router = new Router();
    private final InvoiceService service = new InvoiceService(new InvoiceDao(ConnectionFactory.get()));

    public App() {
        router.add("GET", "/invoices", this::listInvoices);
        router.add("GET", "/invoices/one", this::getInvoice);
        router.add("POST", "/invoices", req -> service.create(InvoiceMapper.fromJson(req.getBody())));
        router.add("GET", "/invoices/html", req -> {
            String customer = Params.required(req, "customer");
            return Response.html("<h2>Invoices of " + customer + "</h2>");
        });
        router.add("GET", "/invoices/html2", req -> {
            String customer = Html.escape(Params.required(req, "customer"));
            return Response.html("<h2>Invoices of " + customer + "</h2>");
        });
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent request, Context context) {
        Response response;
        try {
            response = router.dispatch(request.getHttpMethod(), request.getPath(), request);
        } catch (ValidationException e) {
            response = Response.json(400, "{\"error\":\"invalid\"}");
        }
        return response.toEvent();
    }

    private Response listInvoices(APIGatewayProxyRequestEvent request) {
        int page = Params.intParam(request, "page", 1);
        String status = Params.optional(request, "status").orElse("OPEN");
        String from = Params.date(request, "from");
        return service.list(page, status, from);
    }

    private Response getInvoice(APIGatewayProxyRequestEvent request) {
        String number = Params.required(request, "number");
        String year = Params.year(request);
        return service.get(number, year);
    }
}
