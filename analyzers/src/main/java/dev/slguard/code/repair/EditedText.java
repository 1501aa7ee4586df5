package dev.slguard.code.repair;

import java.util.ArrayList;
import java.util.List;

/** A text after some changes, which still knows where each of its characters stood in the original. */
public record EditedText(String text, List<Edit> edits) {
  /** Copies the list. */
  public EditedText {
    edits = List.copyOf(edits);
  }

  /** A text without changes. */
  public static EditedText original(String text) {
    return new EditedText(text, List.of());
  }

  /** One change more, in offsets of {@link #text}. */
  EditedText with(Edit edit) {
    var all = new ArrayList<>(edits);
    all.add(edit);
    return new EditedText(edit.applied(text), all);
  }

  /** The same changes of another text of the same length as the original. */
  public EditedText of(String other) {
    EditedText result = original(other);
    for (Edit edit : edits) {
      result = result.with(edit);
    }
    return result;
  }

  /** The offset in the original of {@code offset} in {@link #text}. */
  public int originalOffset(int offset) {
    int at = offset;
    for (int i = edits.size() - 1; i >= 0; i--) {
      at = edits.get(i).before(at);
    }
    return at;
  }

  /** Where what stands in {@link #text} at {@code span} stood in the original. */
  public Outcome.Span original(Outcome.Span span) {
    return new Outcome.Span(originalOffset(span.start()), originalOffset(span.end()));
  }

  /** The offset in the original at which the change number {@code index} begins. */
  public int placeOf(int index) {
    int at = edits.get(index).start();
    for (int i = index - 1; i >= 0; i--) {
      at = edits.get(i).before(at);
    }
    return at;
  }
}
