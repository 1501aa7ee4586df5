import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;

// slguard:trigger REST_API
public class NosqlInjectionMongoWhere
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final MongoCollection<Document> users = MongoClients.create(System.getenv("MONGO_URL")).getDatabase("app")
      .getCollection("users");

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String age = input.getQueryStringParameters().get("age");
    BasicDBObject query = new BasicDBObject("$where", "this.age > " + age); // slguard:expect nosql-injection
    Document first = users.find(query).first();
    Document second = users.find(Document.parse(input.getBody())).first(); // slguard:expect nosql-injection
    return new APIGatewayProxyResponseEvent().withStatusCode(first == second ? 200 : 404);
  }
}

class NosqlInjectionMongoWhereSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final MongoCollection<Document> users = MongoClients.create(System.getenv("MONGO_URL")).getDatabase("app")
      .getCollection("users");

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    int age = Integer.parseInt(input.getQueryStringParameters().get("age"));
    Document first = users.find(new BasicDBObject("$where", "this.age > " + age)).first(); // slguard:safe
    Document second = users.find(Filters.eq("name", input.getQueryStringParameters().get("name"))).first(); // slguard:safe
    return new APIGatewayProxyResponseEvent().withStatusCode(first == second ? 200 : 404);
  }
}
