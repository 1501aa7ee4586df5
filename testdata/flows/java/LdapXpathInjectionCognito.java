import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import java.util.Map;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.springframework.ldap.support.LdapEncoder;
import org.w3c.dom.Document;

// slguard:trigger COGNITO
public class LdapXpathInjectionCognito
    implements RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> {
  private Document allowed;

  @Override
  public CognitoUserPoolPreSignUpEvent handleRequest(CognitoUserPoolPreSignUpEvent event, Context context) {
    Map<String, String> attributes = event.getRequest().getUserAttributes();
    String email = attributes.get("email");
    try {
      DirContext directory = new InitialDirContext();
      directory.search("ou=people", "(mail=" + email + ")", new SearchControls()); // slguard:expect ldap-injection
      XPath xpath = XPathFactory.newInstance().newXPath();
      xpath.evaluate("//user[@mail='" + email + "']", allowed); // slguard:expect xpath-injection
    } catch (NamingException | XPathExpressionException e) {
      throw new IllegalStateException("directory");
    }
    return event;
  }
}

class LdapXpathInjectionCognitoSafe
    implements RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> {
  private Document allowed;

  @Override
  public CognitoUserPoolPreSignUpEvent handleRequest(CognitoUserPoolPreSignUpEvent event, Context context) {
    String email = event.getRequest().getUserAttributes().get("email");
    try {
      new InitialDirContext().search("ou=people", "(mail=" + LdapEncoder.filterEncode(email) + ")", new SearchControls()); // slguard:safe
      XPath xpath = XPathFactory.newInstance().newXPath();
      xpath.setXPathVariableResolver(name -> email);
      xpath.evaluate("//user[@mail=$mail]", allowed); // slguard:safe
      xpath.evaluate("//pool[@id='" + event.getUserPoolId() + "']", allowed); // slguard:safe
    } catch (NamingException | XPathExpressionException e) {
      throw new IllegalStateException("directory");
    }
    return event;
  }
}
