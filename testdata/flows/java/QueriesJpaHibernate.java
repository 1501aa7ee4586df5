import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

// slguard:trigger REST_API
public class QueriesJpaHibernate implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final EntityManager em = Persistence.createEntityManagerFactory("shop").createEntityManager();
  private final SessionFactory sessions = new Configuration().configure().buildSessionFactory();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent request, Context context) {
    String owner = request.getPathParameters().get("owner");
    String order = request.getQueryStringParameters().get("order");

    TypedQuery<Account> good = em.createQuery("select a from Account a where a.owner = :owner", Account.class); // slguard:safe
    good.setParameter("owner", owner);
    List<Account> bad = em.createQuery("select a from Account a where a.owner = '" + owner + "'", Account.class).getResultList(); // slguard:expect sql-injection

    StringBuilder jpql = new StringBuilder("select a from Account a");
    if (owner != null) {
      jpql.append(" where a.owner = :owner");
    }
    jpql.append(" order by a.").append("asc".equals(order) ? "created asc" : "created desc");
    em.createQuery(jpql.toString(), Account.class).setParameter("owner", owner).getResultList(); // slguard:safe

    StringBuilder open = new StringBuilder("select a from Account a order by a.").append(order);
    em.createQuery(open.toString()).getResultList(); // slguard:expect sql-injection
    em.createNativeQuery("select * from account where owner = ?1", Account.class).setParameter(1, owner); // slguard:safe
    em.createNativeQuery(String.join(" ", "select * from account where owner =", "'" + owner + "'")); // slguard:expect sql-injection

    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Account> criteria = builder.createQuery(Account.class);
    Root<Account> root = criteria.from(Account.class);
    criteria.select(root).where(builder.equal(root.get("owner"), owner));
    em.createQuery(criteria).getResultList(); // slguard:safe

    try (Session session = sessions.openSession()) {
      session.createQuery("from Account where owner = :o", Account.class).setParameter("o", owner).list(); // slguard:safe
      session.createQuery("from Account where owner = '" + owner + "'", Account.class).list(); // slguard:expect sql-injection
      session.createNativeQuery("select * from account order by " + order).list(); // slguard:expect sql-injection
      session.createSelectionQuery("from Account where id = " + Long.parseLong(owner), Account.class).list(); // slguard:safe
    }
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody("{\"count\":" + bad.size() + "}");
  }

  /** A row. */
  public static class Account {
    private Long id;
    private String owner;

    public String getOwner() {
      return owner;
    }
  }
}
