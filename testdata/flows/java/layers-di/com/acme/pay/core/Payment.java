package com.acme.pay.core;

import java.math.BigDecimal;

public record Payment(String account, BigDecimal amount, String currency, Note note) {
  public record Note(String text, int pages) {}
}
