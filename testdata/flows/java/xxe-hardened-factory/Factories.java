import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

final class Factories {
  private Factories() {
  }

  static DocumentBuilderFactory document() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    harden(factory);
    return factory;
  }

  private static void harden(DocumentBuilderFactory factory) throws ParserConfigurationException {
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setXIncludeAware(false);
  }
}
