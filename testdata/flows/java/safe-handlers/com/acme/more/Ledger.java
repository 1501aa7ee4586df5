package com.acme.more;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

// slguard:trigger KINESIS
public class Ledger implements RequestHandler<KinesisEvent, Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();
  private final JdbcTemplate jdbc;
  private final SimpleJdbcInsert insert;

  public Ledger() {
    var source = new DriverManagerDataSource(System.getenv("JDBC_URL"), System.getenv("JDBC_USER"), System.getenv("JDBC_PASSWORD"));
    jdbc = new JdbcTemplate(source);
    insert = new SimpleJdbcInsert(source).withTableName("ledger");
  }

  public record Entry(UUID id, String account, BigDecimal amount, OffsetDateTime at, Kind kind, String text) {}

  public enum Kind {
    DEBIT, CREDIT
  }

  @Override
  public Integer handleRequest(KinesisEvent event, Context context) {
    List<Object[]> rows = new ArrayList<>();
    for (KinesisEvent.KinesisEventRecord each : event.getRecords()) {
      try {
        Entry entry = MAPPER.readValue(StandardCharsets.UTF_8.decode(each.getKinesis().getData()).toString(), Entry.class);
        rows.add(new Object[] {entry.id(), entry.account(), entry.amount(), entry.at(), entry.kind().name(), entry.text()});
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("account", entry.account());
        values.put("text", entry.text());
        insert.execute(values); // slguard:safe
        jdbc.update("update balance_" + entry.kind().name().toLowerCase() + " set amount = amount + ? where account = ?", entry.amount(), entry.account()); // slguard:safe
      } catch (IOException e) {
        context.getLogger().log("Skipping " + each.getEventID());
      }
    }
    int[] counts = jdbc.batchUpdate("insert into ledger_log(id, account, amount, at, kind, text) values (?, ?, ?, ?, ?, ?)", rows); // slguard:safe
    context.getLogger().log("Stored " + counts.length);
    return counts.length;
  }
}
