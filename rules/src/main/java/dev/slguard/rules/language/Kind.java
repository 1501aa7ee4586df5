package dev.slguard.rules.language;

import java.util.Locale;

/** What a rule looks at; rules run in this order. */
public enum Kind {
  TEMPLATE, IAM, TAINT;

  /** As YAML writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
