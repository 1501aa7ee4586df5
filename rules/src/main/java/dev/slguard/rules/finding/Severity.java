package dev.slguard.rules.finding;

/** How much harm, worst last, with the CVSS-like number that GitHub sorts by. */
public enum Severity {
  INFO("0.5"), LOW("3.0"), MEDIUM("5.5"), HIGH("8.0"), CRITICAL("9.5");

  private final String score;

  Severity(String score) {
    this.score = score;
  }

  /** {@code security-severity} of SARIF: a decimal number between 0.1 and 10.0. */
  public String score() {
    return score;
  }

  /** Whether this is at least as bad as {@code other}. */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /** The worse of two. */
  public Severity stronger(Severity other) {
    return isAtLeast(other) ? this : other;
  }
}
