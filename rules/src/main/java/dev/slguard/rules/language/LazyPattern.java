package dev.slguard.rules.language;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A regular expression that is compiled when first needed, since most rules of a run meet no resource. Thread-safe. */
public final class LazyPattern {
  private final String expression;
  private volatile @Nullable Pattern compiled;

  LazyPattern(String expression) {
    this.expression = expression;
  }

  /** As written. */
  public String expression() {
    return expression;
  }

  /** Whether the expression is found in {@code text}; time is linear in the text. */
  public boolean isFoundIn(String text) {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(expression);
      compiled = pattern;
    }
    return pattern.matcher(text).find();
  }

  /** What is wrong with the expression. */
  Optional<String> error() {
    try {
      compiled = Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LazyPattern pattern && expression.equals(pattern.expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  @Override
  public String toString() {
    return expression;
  }
}
