import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

// slguard:trigger REST_API
public class HardFormattedTextBlocks implements RequestHandler<APIGatewayProxyRequestEvent, List<?>> {
  @PersistenceContext
  private EntityManager entities;

  @Override
  public List<?> handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String name = event.getQueryStringParameters().get("name");
    String native_ = """
        select * from customer
        where name = '%s'
        order by %s
        """.formatted(name, "created");
    entities.createNativeQuery(native_).getResultList(); // slguard:expect sql-injection
    UUID id = UUID.fromString(event.getPathParameters().get("id"));
    entities.createNativeQuery(String.format("select * from customer where id = '%s'", id)).getResultList(); // slguard:safe
    var query = entities.createQuery("select c from Customer c where c.name = :name"); // slguard:safe bound
    query.setParameter("name", name);
    StringBuilder jpql = new StringBuilder("select c from Customer c where 1 = 1");
    for (String word : name.split(" ")) {
      jpql.append(" and c.name like '%").append(word).append("%'");
    }
    return entities.createQuery(jpql.toString()).getResultList(); // slguard:expect sql-injection
  }
}
