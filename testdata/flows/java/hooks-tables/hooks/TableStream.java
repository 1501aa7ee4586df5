// slguard:handler hooks.TableStream::handleRequest DYNAMODB_STREAM
package hooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.BasicDBObject;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

public class TableStream implements RequestHandler<DynamodbEvent, Void> {
  private final MongoCollection<Document> mirror = MongoClients.create(System.getenv("MONGO")).getDatabase("m").getCollection("rows");

  @Override
  public Void handleRequest(DynamodbEvent event, Context context) {
    event.getRecords().stream()
        .filter(r -> "MODIFY".equals(r.getEventName()))
        .map(r -> r.getDynamodb().getNewImage())
        .forEach(this::mirror);
    event.getRecords().forEach(r -> mirror.deleteOne(new BasicDBObject("$where", "this.id == '" + r.getEventID() + "'"))); // slguard:safe
    return null;
  }

  private void mirror(Map<String, AttributeValue> image) {
    String name = Optional.ofNullable(image.get("name")).map(AttributeValue::getS).orElse("");
    String size = image.get("size").getN();
    Bson bound = Filters.and(Filters.eq("name", name), Filters.gt("size", size)); // slguard:safe
    mirror.find(bound).first();
    mirror.find(new BasicDBObject("$where", "this.name == '" + name + "'")).first(); // slguard:expect nosql-injection
    mirror.find(new BasicDBObject("name", name)).first(); // slguard:safe
    mirror.updateOne(BasicDBObject.parse("{name: '" + name + "'}"), new Document("$set", new Document("n", 1))); // slguard:expect nosql-injection
    int n = Integer.parseInt(size);
    mirror.find(new BasicDBObject("$where", "this.size > " + n)).first(); // slguard:safe
  }
}
