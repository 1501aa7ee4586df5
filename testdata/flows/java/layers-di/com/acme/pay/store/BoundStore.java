package com.acme.pay.store;

import com.acme.pay.core.Payment;
import com.acme.pay.core.PaymentStore;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

class BoundStore implements PaymentStore {
  private final JdbcOperations jdbc;

  BoundStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void save(Payment payment) {
    jdbc.update("insert into p(note, account) values (?, ?)", payment.note().text(), payment.account()); // slguard:safe
    jdbc.execute("insert into p(currency) values ('" + payment.currency() + "')"); // slguard:safe validated before
  }

  @Override
  public Optional<String> find(String account) {
    return jdbc.queryForList("select id from p where account = ?", String.class, account).stream().findFirst(); // slguard:safe
  }
}
