package com.acme.data;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import software.amazon.awssdk.services.s3.S3Client;

// slguard:trigger S3
public class ImportFeed implements RequestHandler<S3Event, Integer> {
  private static final int BATCH = 500;
  private final S3Client s3 = S3Client.create();
  private final DocumentBuilderFactory factory;

  public ImportFeed() throws ParserConfigurationException {
    factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setXIncludeAware(false);
  }

  @Override
  public Integer handleRequest(S3Event event, Context context) {
    return event.getRecords().stream().mapToInt(record -> {
      String bucket = record.getS3().getBucket().getName();
      String key = record.getS3().getObject().getUrlDecodedKey();
      try (InputStream content = s3.getObject(b -> b.bucket(bucket).key(key))) { // slguard:safe
        DocumentBuilder builder = factory.newDocumentBuilder();
        return store(builder.parse(content)); // slguard:safe
      } catch (IOException | SAXException | ParserConfigurationException | SQLException e) {
        throw new IllegalStateException("Cannot import the feed", e);
      }
    }).sum();
  }

  private static int store(Document feed) throws SQLException {
    NodeList items = feed.getElementsByTagName("item");
    int count = 0;
    try (Connection connection = DriverManager.getConnection(System.getenv("JDBC_URL"));
        PreparedStatement insert = connection.prepareStatement("INSERT INTO items(sku, price, title) VALUES (?, ?, ?) ON CONFLICT (sku) DO NOTHING")) { // slguard:safe
      connection.setAutoCommit(false);
      for (int i = 0; i < items.getLength(); i++) {
        Element item = (Element) items.item(i);
        insert.setString(1, item.getAttribute("sku"));
        insert.setBigDecimal(2, new BigDecimal(item.getAttribute("price")));
        insert.setString(3, item.getTextContent());
        insert.addBatch();
        if (++count % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
    return count;
  }
}
