import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

public class HardenedImportHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      DocumentBuilderFactory factory = Factories.document();
      Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(event.getBody()))); // slguard:safe
      return document.getDocumentElement().getTagName();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      return "bad";
    }
  }
}
