package dev.slguard.report;

import dev.slguard.rules.finding.Severity;

/** Terminal colours, or none. */
record Ink(boolean on) {
  String bold(String text) {
    return paint("1", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case CRITICAL -> paint("1;37;41", text);
      case HIGH -> paint("1;31", text);
      case MEDIUM -> paint("1;33", text);
      case LOW -> paint("1;36", text);
      case INFO -> paint("1", text);
    };
  }

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("31", text);
  }

  private String paint(String code, String text) {
    return on ? "\u001B[" + code + 'm' + text + "\u001B[0m" : text;
  }
}
