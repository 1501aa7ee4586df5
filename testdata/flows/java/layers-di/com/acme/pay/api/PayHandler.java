package com.acme.pay.api;

import com.acme.pay.core.Payment;
import com.acme.pay.core.PaymentService;
import com.acme.pay.store.Stores;
import java.util.Map;

// slguard:handler PayHandler REST_API
public class PayHandler extends BaseHandler<Payment, Map<String, Object>> {
  private final PaymentService service;

  public PayHandler() {
    this(new PaymentService(Stores.audited(), Stores.bound()));
  }

  PayHandler(PaymentService service) {
    super(Payment.class);
    this.service = service;
  }

  @Override
  protected void validate(Payment input) {
    if (!input.currency().matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("currency");
    }
  }

  @Override
  protected Map<String, Object> process(Payment input, Map<String, String> path) {
    service.pay(input);
    service.payWithin(path.get("account"), input);
    return Map.of("status", "paid");
  }
}
