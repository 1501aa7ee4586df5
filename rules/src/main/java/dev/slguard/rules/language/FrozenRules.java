package dev.slguard.rules.language;

import java.util.List;
import java.util.Optional;

/**
 * The built-in rules as code: to read and check the text of thirty rules costs a cold scan more than to ask them. The build's
 * weaver ({@code src/dist/weave/Freeze.java}) gives the packaged program a body that makes the rules; without the weaver
 * there are none here, and their text is read.
 */
public final class FrozenRules {
  private FrozenRules() {}

  /** The rules of the built-in document of this number, counted from 0 as the pack lists them. */
  public static Optional<List<Rule>> of(int document) {
    if (document < 0) {
      throw new IllegalArgumentException("documents are counted from 0");
    }
    return Optional.empty();
  }
}
