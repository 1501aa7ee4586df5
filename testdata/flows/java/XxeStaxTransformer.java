import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

// slguard:trigger SNS
public class XxeStaxTransformer implements RequestHandler<SNSEvent, String> {
  @Override
  public String handleRequest(SNSEvent event, Context context) {
    String xml = event.getRecords().get(0).getSNS().getMessage();
    try {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml)); // slguard:expect xxe
      StringWriter out = new StringWriter();
      TransformerFactory.newInstance().newTransformer().transform(new StreamSource(new StringReader(xml)), new StreamResult(out)); // slguard:expect xxe
      return reader.getVersion() + out;
    } catch (XMLStreamException | TransformerException e) {
      return "bad";
    }
  }
}

class XxeStaxTransformerSafe implements RequestHandler<SNSEvent, String> {
  @Override
  public String handleRequest(SNSEvent event, Context context) {
    String xml = event.getRecords().get(0).getSNS().getMessage();
    try {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml)); // slguard:safe
      TransformerFactory transformers = TransformerFactory.newInstance();
      transformers.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      transformers.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      StringWriter out = new StringWriter();
      transformers.newTransformer().transform(new StreamSource(new StringReader(xml)), new StreamResult(out)); // slguard:safe
      return reader.getVersion();
    } catch (XMLStreamException | TransformerException e) {
      return "bad";
    }
  }
}
