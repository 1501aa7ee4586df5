package dev.slguard.cli;

/** How a command ends (product.md section 4). */
final class ExitCode {
  static final int CLEAN = 0;
  /** Findings at or over the threshold. */
  static final int FINDINGS = 1;
  /** Wrong arguments, configuration or rules. */
  static final int USAGE = 2;
  /** Input was recognised but not fully analysed. */
  static final int INCOMPLETE = 3;
  /** A bug of slguard. */
  static final int INTERNAL = 4;

  private ExitCode() {}
}
