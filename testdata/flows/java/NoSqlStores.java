import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

// slguard:trigger REST_API
public class NoSqlStores implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final String TABLE = System.getenv("TABLE");
  private final DynamoDbClient dynamo = DynamoDbClient.create();
  private final MongoCollection<Document> people = MongoClients.create(System.getenv("MONGO")).getDatabase("crm").getCollection("people");
  private final Jedis jedis = new Jedis(System.getenv("REDIS"));

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String field = event.getQueryStringParameters().get("field");
    String value = event.getQueryStringParameters().get("value");
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":v", AttributeValue.builder().s(value).build());
    dynamo.query(QueryRequest.builder().tableName(TABLE).keyConditionExpression("pk = :v").expressionAttributeValues(values).build()); // slguard:safe
    dynamo.query(QueryRequest.builder().tableName(TABLE).keyConditionExpression(field + " = :v").expressionAttributeValues(values).build()); // slguard:expect nosql-injection
    ScanRequest.Builder scan = ScanRequest.builder().tableName(TABLE);
    scan.filterExpression("contains(#f, :v)");
    scan.expressionAttributeNames(Map.of("#f", field)); // slguard:expect nosql-injection
    dynamo.scan(scan.build());
    dynamo.executeStatement(ExecuteStatementRequest.builder().statement("select * from \"t\" where pk = ?").parameters(values.get(":v")).build()); // slguard:safe
    dynamo.executeStatement(ExecuteStatementRequest.builder().statement("select * from \"t\" where pk = '" + value + "'").build()); // slguard:expect sql-injection
    Expression good = Expression.builder().expression("#n = :v").putExpressionName("#n", "name").putExpressionValue(":v", values.get(":v")).build(); // slguard:safe
    dynamo.getItem(b -> b.tableName(TABLE).key(values)); // slguard:safe a key

    people.find(Filters.eq("name", value)).first(); // slguard:safe
    people.find(new Document("name", value)).first(); // slguard:safe a string
    people.find(Document.parse(event.getBody())).first(); // slguard:expect nosql-injection
    people.find(Document.parse("{name: '" + value + "'}")).first(); // slguard:expect nosql-injection
    people.find(new BasicDBObject("$where", "this.name == '" + value + "'")).first(); // slguard:expect nosql-injection
    people.find(Filters.where("this.age > " + value)).first(); // slguard:expect nosql-injection
    jedis.get("user:" + value); // slguard:safe a key
    jedis.eval("return redis.call('get', '" + value + "')"); // slguard:expect nosql-injection
    jedis.eval("return redis.call('get', KEYS[1])", 1, value); // slguard:safe
    people.find(Filters.where("this.age > " + Integer.parseInt(value))).first(); // slguard:safe
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(String.valueOf(good.hashCode()));
  }
}
