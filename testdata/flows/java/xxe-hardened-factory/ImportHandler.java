import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

public class ImportHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setExpandEntityReferences(false);
      Document document = factory.newDocumentBuilder()
          .parse(new ByteArrayInputStream(event.getBody().getBytes(StandardCharsets.UTF_8))); // slguard:expect xxe
      SAXParserFactory.newInstance().newSAXParser()
          .parse(new InputSource(new StringReader(event.getBody())), new DefaultHandler()); // slguard:expect xxe
      return document.getDocumentElement().getTagName();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      return "bad";
    }
  }
}
