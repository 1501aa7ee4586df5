package dev.slguard.template.cloudformation;

import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Puts a text together out of known stretches and holes, as {@link Value.Text} wants it. */
final class TextParts {
  private final Span at;
  private final List<Value> parts = new ArrayList<>();
  private final StringBuilder known = new StringBuilder();
  private int length;

  TextParts(Span at) {
    this.at = at;
  }

  /** Adds known text. */
  TextParts add(String text) {
    length += text.length();
    if (!isTooLong()) {
      known.append(text);
    }
    return this;
  }

  /** Adds a reference. */
  TextParts add(Value.Reference reference) {
    hole(reference);
    return this;
  }

  /** Adds an unknown value. */
  TextParts add(Value.Unknown unknown) {
    hole(unknown);
    return this;
  }

  /** Adds a value; false if it is a list or object, which no text can hold. Absent adds nothing. */
  boolean add(Value value) {
    switch (value) {
      case Value.Scalar(String text, _, _) -> add(text);
      case Value.Text(var inner, _) -> inner.forEach(this::add);
      case Value.Reference _,Value.Unknown _,Value.Choice _ -> hole(value);
      case Value.Absent _ -> {
      }
      case Value.Listing _,Value.Mapping _ -> {
        return false;
      }
    }
    return true;
  }

  private void hole(Value value) {
    length += 16;
    if (!isTooLong()) {
      flush();
      parts.add(value);
    }
  }

  private void flush() {
    if (!known.isEmpty()) {
      parts.add(Value.Scalar.text(known.toString(), at));
      known.setLength(0);
    }
  }

  /** Whether more was added than a text may hold; what came after the limit is lost. */
  boolean isTooLong() {
    return length > Budget.TEXT || length < 0;
  }

  /** The text: a Scalar if all is known, the hole itself if there is nothing else, dynamic references recognised. */
  Value build() {
    flush();
    List<Value> resolved = DynamicReferences.resolve(parts, at);
    return switch (resolved.size()) {
      case 0 -> Value.Scalar.text("", at);
      case 1 -> Places.moved(resolved.getFirst(), at);
      default -> new Value.Text(resolved, at);
    };
  }
}
