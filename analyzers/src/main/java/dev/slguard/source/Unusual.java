package dev.slguard.source;

/** Thrown by {@link QuickYaml} where a text leaves the part of YAML that it reads; carries nothing, costs nothing. */
final class Unusual extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unusual() {
    super("not the usual YAML", null, false, false);
  }
}
