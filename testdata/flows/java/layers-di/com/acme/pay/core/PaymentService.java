package com.acme.pay.core;

public class PaymentService {
  private final PaymentStore audited;
  private final PaymentStore bound;

  public PaymentService(PaymentStore audited, PaymentStore bound) {
    this.audited = audited;
    this.bound = bound;
  }

  public void pay(Payment payment) {
    audited.save(payment);
    bound.save(payment);
  }

  public void payWithin(String account, Payment payment) {
    audited.find(account).ifPresent(found -> audited.save(payment));
  }
}
