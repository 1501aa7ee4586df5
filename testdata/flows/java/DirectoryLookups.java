import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Hashtable;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import org.owasp.esapi.ESAPI;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.ldap.support.LdapEncoder;

// slguard:trigger REST_API
public class DirectoryLookups implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private LdapTemplate ldap;

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String user = event.getQueryStringParameters().get("user");
    Hashtable<String, String> env = new Hashtable<>();
    env.put("java.naming.provider.url", System.getenv("LDAP_URL"));
    try {
      DirContext directory = new InitialDirContext(env);
      SearchControls controls = new SearchControls();
      controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
      String filter = "(&(objectClass=person)(uid=" + user + "))";
      NamingEnumeration<SearchResult> found = directory.search("ou=people", filter, controls); // slguard:expect ldap-injection
      directory.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", controls); // slguard:safe
      directory.search("ou=people", "(uid=" + ESAPI.encoder().encodeForLDAP(user) + ")", controls); // slguard:safe
      directory.search("ou=people", "(uid={0})", new Object[] {user}, controls); // slguard:safe arguments are escaped
      directory.search("ou=people", "(uid=" + escape(user) + ")", controls); // slguard:safe every special character is replaced
      if (!user.matches("[a-zA-Z0-9]+")) {
        return new APIGatewayProxyResponseEvent().withStatusCode(400);
      }
      directory.search("ou=people", "(uid=" + user + ")", controls); // slguard:safe
      found.close();
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
    ldap.search("ou=people", new EqualsFilter("uid", user).encode(), (org.springframework.ldap.core.AttributesMapper<String>) a -> a.toString()); // slguard:safe
    return new APIGatewayProxyResponseEvent().withStatusCode(204);
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\\' -> out.append("\\5c");
        case '*' -> out.append("\\2a");
        case '(' -> out.append("\\28");
        case ')' -> out.append("\\29");
        case '\0' -> out.append("\\00");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
