package dev.slguard.rules.language;

import java.util.List;
import java.util.Optional;

/** The closed set of tests on one value, with the YAML key that writes each. */
public enum Operator {
  /** The value is this text, number or truth value. A missing value equals nothing. */
  EQUALS("equals", Takes.SCALAR),
  /** The opposite of {@link #EQUALS}; holds where nothing is written. */
  NOT_EQUALS("not-equals", Takes.SCALAR),
  /** The value equals one of these. */
  IN("in", Takes.SCALARS),
  /** The opposite of {@link #IN}; holds where nothing is written. */
  NOT_IN("not-in", Takes.SCALARS),
  /** A regular expression (RE2 syntax) is found in the value; {@code ^} and {@code $} anchor it. */
  MATCHES("matches", Takes.PATTERN),
  /** The value starts with this text, or with one of these. */
  STARTS_WITH("starts-with", Takes.SCALARS),
  /** The value ends with this text, or with one of these. */
  ENDS_WITH("ends-with", Takes.SCALARS),
  /** The text contains this text, or one of these. */
  CONTAINS("contains", Takes.SCALARS),
  /** Something is written (true) or nothing is (false). */
  EXISTS("exists", Takes.FLAG),
  /** Nothing is written (true) or something is (false). */
  ABSENT("absent", Takes.FLAG),
  /** The text, list or object holds nothing, or is missing (true); it holds something (false). */
  EMPTY("empty", Takes.FLAG),
  /** The number is greater. */
  GT("gt", Takes.NUMBER),
  /** The number is greater or equal. */
  GTE("gte", Takes.NUMBER),
  /** The number is less. */
  LT("lt", Takes.NUMBER),
  /** The number is less or equal. */
  LTE("lte", Takes.NUMBER),
  /** Number of characters of a text or items of a list is exactly this. */
  LENGTH("length", Takes.NUMBER),
  /** The address range admits the internet at large: shorter than /8 (IPv4) or /16 (IPv6). */
  CIDR_PUBLIC("cidr-public", Takes.FLAG),
  /** The value matches an ARN pattern with {@code *} and {@code ?}, or one of several. */
  ARN_MATCHES("arn-matches", Takes.SCALARS),
  /** The action pattern and one of these have an action in common; case does not count. */
  ACTION_MATCHES("action-matches", Takes.SCALARS),
  /** The value says yes: true, yes, on in any case (true), or anything else or nothing (false). */
  TRUTHY("truthy", Takes.FLAG),
  /** The value is known before deployment (true) or not (false). */
  KNOWN("known", Takes.FLAG);

  /** What stands behind the key. */
  public enum Takes {
    SCALAR, SCALARS, PATTERN, NUMBER, FLAG
  }

  private static final List<Operator> ALL = List.of(values());

  private final String key;
  private final Takes takes;

  Operator(String key, Takes takes) {
    this.key = key;
    this.takes = takes;
  }

  /** The key in YAML. */
  public String key() {
    return key;
  }

  /** What stands behind the key. */
  public Takes takes() {
    return takes;
  }

  /** The operator that {@code key} writes. */
  public static Optional<Operator> of(String key) {
    for (Operator operator : ALL) {
      if (operator.key.equals(key)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
