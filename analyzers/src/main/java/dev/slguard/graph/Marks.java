package dev.slguard.graph;

/**
 * Words by which the text of a file shows that it may be of one of slguard's kinds, so that the other YAML and JSON files
 * of a repository are neither parsed nor reported as broken.
 */
final class Marks {
  private Marks() {}

  /** Whether {@code text} may hold a template, service, assembly or policy. */
  static boolean maybe(String text) {
    return certain(text) || text.contains("provider") && text.contains("service")
        || text.contains("Statement") && text.contains("Effect") || text.contains("aws:cloudformation:stack")
        || text.contains("Resources") && text.contains("::");
  }

  /** Whether {@code text} names CloudFormation itself, so that a syntax error in it is worth a report. */
  static boolean certain(String text) {
    return text.contains("AWSTemplateFormatVersion") || text.contains("AWS::");
  }
}
