package dev.slguard.source;

/**
 * Bounds on what is read, since a pull request may be written by an attacker.
 *
 * @param fileBytes largest file that is read, in bytes
 * @param lineLength longest line of a YAML document, in UTF-16 code units (one long line costs a YAML reader seconds)
 * @param depth deepest nesting of a document
 * @param aliases how many aliases to collections a document may use
 * @param nodes largest number of nodes of a document after aliases are resolved
 */
public record Limits(int fileBytes, int lineLength, int depth, int aliases, int nodes) {
  /** Far above every template and source file of the public corpora. */
  public static final Limits DEFAULT = new Limits(10_000_000, 500_000, 100, 200, 2_000_000);
}
