package com.acme.pay.core;

import java.util.Optional;

public interface PaymentStore {
  void save(Payment payment);

  Optional<String> find(String account);
}
