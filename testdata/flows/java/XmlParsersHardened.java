import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.dom4j.io.SAXReader;
import org.jdom2.input.SAXBuilder;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

// slguard:trigger HTTP_API_V2
public class XmlParsersHardened implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String xml = event.getBody();
    try {
      dom(xml);
      sax(xml);
      stax(xml);
      others(xml);
      return paths(event.getQueryStringParameters().get("user"), xml);
    } catch (Exception e) {
      throw new IllegalArgumentException("not readable", e);
    }
  }

  private static void dom(String xml) throws Exception {
    DocumentBuilderFactory open = DocumentBuilderFactory.newInstance();
    open.setNamespaceAware(true);
    open.newDocumentBuilder().parse(new InputSource(new StringReader(xml))); // slguard:expect xxe
    DocumentBuilderFactory half = DocumentBuilderFactory.newInstance();
    half.setExpandEntityReferences(false);
    half.newDocumentBuilder().parse(bytes(xml)); // slguard:expect xxe
    DocumentBuilderFactory closed = DocumentBuilderFactory.newInstance();
    closed.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    closed.newDocumentBuilder().parse(bytes(xml)); // slguard:safe
    DocumentBuilderFactory wrong = DocumentBuilderFactory.newInstance();
    wrong.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
    wrong.newDocumentBuilder().parse(bytes(xml)); // slguard:expect xxe
    hardened().parse(bytes(xml)); // slguard:safe
    DocumentBuilderFactory external = DocumentBuilderFactory.newInstance();
    external.setFeature("http://xml.org/sax/features/external-general-entities", false);
    external.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    external.newDocumentBuilder().parse(bytes(xml)); // slguard:safe
  }

  private static DocumentBuilder hardened() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory.newDocumentBuilder();
  }

  private static InputStream bytes(String xml) {
    return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static void sax(String xml) throws Exception {
    SAXParser open = SAXParserFactory.newInstance().newSAXParser();
    open.parse(bytes(xml), new DefaultHandler()); // slguard:expect xxe
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.newSAXParser().parse(bytes(xml), new DefaultHandler()); // slguard:safe with the JDK's parser
    new SAXReader().read(new StringReader(xml)); // slguard:expect xxe
    SAXReader reader = new SAXReader();
    reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    reader.read(new StringReader(xml)); // slguard:safe
    new SAXBuilder().build(new StringReader(xml)); // slguard:expect xxe
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.build(new StringReader(xml)); // slguard:safe
  }

  private static void stax(String xml) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    XMLStreamReader open = factory.createXMLStreamReader(new StringReader(xml)); // slguard:expect xxe
    XMLInputFactory safe = XMLInputFactory.newFactory();
    safe.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
    XMLStreamReader closed = safe.createXMLStreamReader(new StringReader(xml)); // slguard:safe
    XMLInputFactory second = XMLInputFactory.newFactory();
    second.setProperty("javax.xml.stream.isSupportingExternalEntities", false);
    second.createXMLEventReader(new StringReader(xml)); // slguard:safe
    while (open.hasNext() && closed.hasNext()) {
      open.next();
      closed.next();
    }
  }

  private static void others(String xml) throws Exception {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.newTransformer().transform(new StreamSource(new StringReader(xml)), new StreamResult(System.out)); // slguard:expect xxe
    TransformerFactory limited = TransformerFactory.newInstance();
    limited.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    limited.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
    limited.newTransformer().transform(new StreamSource(new StringReader(xml)), new StreamResult(System.out)); // slguard:safe
    Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema().newValidator();
    validator.validate(new StreamSource(new StringReader(xml))); // slguard:expect xxe
    new XmlMapper().readTree(xml); // slguard:safe
  }

  private static String paths(String user, String xml) throws Exception {
    Document users = hardened().parse(bytes("<users/>"));
    XPath xpath = XPathFactory.newInstance().newXPath();
    xpath.evaluate("/users/user[@name='" + user + "']", users, XPathConstants.NODE); // slguard:expect xpath-injection
    xpath.compile("//user[@id=" + Integer.parseInt(user) + "]").evaluate(users); // slguard:safe
    xpath.setXPathVariableResolver(name -> user);
    xpath.evaluate("/users/user[@name=$user]", users, XPathConstants.NODE); // slguard:safe
    return xpath.evaluate("/a", new InputSource(new StringReader(xml))); // slguard:expect xxe
  }
}
