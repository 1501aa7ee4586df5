import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

// slguard:trigger HTTP_API_V2
public class HardXxeSettings implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String xml = event.getBody();
    try {
      DocumentBuilderFactory late = DocumentBuilderFactory.newInstance();
      DocumentBuilder made = late.newDocumentBuilder();
      late.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      made.parse(new InputSource(new StringReader(xml))); // slguard:expect xxe
      DocumentBuilderFactory wrong = DocumentBuilderFactory.newInstance();
      wrong.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
      wrong.setExpandEntityReferences(false);
      wrong.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))); // slguard:expect xxe
      DocumentBuilderFactory right = DocumentBuilderFactory.newInstance();
      right.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      right.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))); // slguard:safe
      DocumentBuilderFactory half = DocumentBuilderFactory.newInstance();
      half.setFeature("http://xml.org/sax/features/external-general-entities", false);
      half.newDocumentBuilder().parse(new InputSource(new StringReader(xml))); // slguard:expect xxe
      DocumentBuilderFactory both = DocumentBuilderFactory.newInstance();
      both.setFeature("http://xml.org/sax/features/external-general-entities", false);
      both.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      both.newDocumentBuilder().parse(new InputSource(new StringReader(xml))); // slguard:safe
      SAXParserFactory sax = SAXParserFactory.newInstance();
      sax.newSAXParser().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), new DefaultHandler()); // slguard:expect xxe
      SAXParserFactory hardened = SAXParserFactory.newInstance();
      hardened.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      hardened.newSAXParser().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), new DefaultHandler()); // slguard:safe
      XMLInputFactory open = XMLInputFactory.newInstance();
      open.createXMLStreamReader(new StringReader(xml)); // slguard:expect xxe
      XMLInputFactory closed = closed();
      closed.createXMLStreamReader(new StringReader(xml)); // slguard:safe
      TransformerFactory transformers = TransformerFactory.newInstance();
      transformers.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      transformers.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      transformers.newTransformer().transform(new StreamSource(new StringReader(xml)), new StreamResult(System.out)); // slguard:safe
      TransformerFactory.newInstance().newTransformer().transform(new StreamSource(new StringReader(xml)), new StreamResult(System.out)); // slguard:expect xxe
      return "ok";
    } catch (Exception e) {
      return "failed";
    }
  }

  private static XMLInputFactory closed() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return factory;
  }
}
