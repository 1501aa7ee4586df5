package dev.slguard.code.javascript;

/**
 * What a file's name says about its syntax.
 *
 * @param types whether this is TypeScript: {@code <} after a name may open type arguments
 * @param markup whether {@code <} before an operand opens an element (JSX) rather than a type assertion
 */
record Dialect(boolean types, boolean markup) {
  /** The dialect of the file {@code path}. */
  static Dialect of(String path) {
    boolean types = path.endsWith(".ts") || path.endsWith(".mts") || path.endsWith(".cts") || path.endsWith(".tsx");
    return new Dialect(types, !types || path.endsWith(".tsx"));
  }
}
