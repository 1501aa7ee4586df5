import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Hashtable;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.ldap.support.LdapEncoder;

// slguard:trigger HTTP_API_V2
public class HardExpressionLanguages implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final ExpressionParser parser = new SpelExpressionParser();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String input = event.getQueryStringParameters().get("q");
    try {
      Expression expression = parser.parseExpression(input);
      expression.getValue(new StandardEvaluationContext()); // slguard:expect code-injection
      expression.getValue(SimpleEvaluationContext.forReadOnlyDataBinding().build()); // slguard:safe
      parser.parseExpression("name == 'x'").getValue(input); // slguard:safe the input is data
      InitialDirContext directory = new InitialDirContext(new Hashtable<>());
      directory.search("ou=people", "(uid=" + input + ")", new SearchControls()); // slguard:expect ldap-injection
      directory.search("ou=people", "(uid=" + LdapEncoder.filterEncode(input) + ")", new SearchControls()); // slguard:safe
      directory.search("ou=people", "(uid={0})", new Object[] {input}, new SearchControls()); // slguard:safe
      XPath path = XPathFactory.newInstance().newXPath();
      path.compile("/users/user[@name='" + input + "']"); // slguard:expect xpath-injection
      path.setXPathVariableResolver(name -> input);
      path.compile("/users/user[@name=$name]"); // slguard:safe
      return "ok";
    } catch (Exception e) {
      return "";
    }
  }
}
