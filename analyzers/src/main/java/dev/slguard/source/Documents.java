package dev.slguard.source;

import java.util.List;

/**
 * Reads YAML and JSON into located trees. Broken input gives a diagnostic of level ERROR and what could be read before
 * it. Never throws on any text.
 */
public final class Documents {
  private Documents() {}

  /**
   * The documents of {@code file}: JSON if its first character that is no blank is a brace or bracket and it reads as JSON,
   * else YAML. Several documents are possible in YAML only.
   */
  public static List<Tree> read(SourceFile file, Limits limits, Diagnostics diagnostics) {
    throw new UnsupportedOperationException();
  }
}
