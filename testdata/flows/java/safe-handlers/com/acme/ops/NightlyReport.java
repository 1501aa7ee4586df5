package com.acme.ops;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;

// slguard:trigger SCHEDULE
public class NightlyReport implements RequestHandler<ScheduledEvent, String> {
  private final S3Client s3 = S3Client.create();
  private final SesClient ses = SesClient.create();

  @Override
  public String handleRequest(ScheduledEvent event, Context context) {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    String partition = day.format(DateTimeFormatter.ISO_LOCAL_DATE).replace("-", "_");
    Properties login = new Properties();
    login.setProperty("user", System.getenv("DB_USER"));
    login.setProperty("password", System.getenv("DB_PASSWORD"));
    int rows = 0;
    try {
      Path report = Files.createTempFile("report-", ".csv");
      try (Connection connection = DriverManager.getConnection(System.getenv("JDBC_URL"), login);
          Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("SELECT sku, SUM(pieces) FROM sales_" + partition + " GROUP BY sku"); // slguard:safe
          BufferedWriter out = Files.newBufferedWriter(report)) { // slguard:safe
        while (found.next()) {
          out.write(found.getString(1) + ';' + found.getLong(2));
          out.newLine();
          rows++;
        }
      }
      s3.putObject(b -> b.bucket(System.getenv("REPORTS")).key("daily/" + day + ".csv"), report); // slguard:safe
      Files.delete(report); // slguard:safe
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("No report for " + day, e);
    }
    int count = rows;
    ses.sendEmail(m -> m.source("reports@acme.example").destination(d -> d.toAddresses("sales@acme.example"))
        .message(t -> t.subject(s -> s.data("Sales of " + day)).body(b -> b.html(h -> h.data("<p>" + count + " articles</p>"))))); // slguard:safe
    return "daily/" + day + ".csv";
  }
}
