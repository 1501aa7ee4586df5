package com.acme.pay.store;

import com.acme.pay.core.Payment;
import com.acme.pay.core.PaymentStore;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

class TextStore implements PaymentStore {
  private final JdbcOperations jdbc;

  TextStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void save(Payment payment) {
    jdbc.execute("insert into p(amount) values (" + payment.amount() + ")"); // slguard:safe a number
    jdbc.execute("insert into p(note) values ('" + payment.note().text() + "')"); // slguard:expect sql-injection
    jdbc.execute("insert into p(pages) values (" + payment.note().pages() + ")"); // slguard:safe
  }

  @Override
  public Optional<String> find(String account) {
    return jdbc.queryForList("select id from p where account = '" + account + "'", String.class).stream().findFirst(); // slguard:expect sql-injection
  }
}
