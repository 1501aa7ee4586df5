package dev.slguard.iam.policy;

import dev.slguard.model.Value;
import dev.slguard.source.Tree;
import java.util.Map;

/** Counts the characters of a document as AWS does: JSON without white space. What deployment decides counts nothing. */
final class PolicySize {
  private PolicySize() {}

  static int of(Value value) {
    return switch (value) {
      case Value.Scalar(String text, Tree.Kind kind, _) -> kind == Tree.Kind.TEXT ? quoted(text) : text.length();
      case Value.Text(var parts, _) -> {
        int size = 2;
        for (Value part : parts) {
          size += part instanceof Value.Scalar(String text, _, _) ? text.length() : 0;
        }
        yield size;
      }
      case Value.Listing(var items, _) -> {
        int size = 2 + Math.max(0, items.size() - 1);
        for (Value item : items) {
          size += of(item);
        }
        yield size;
      }
      case Value.Mapping mapping -> {
        int size = 2 + Math.max(0, mapping.entries().size() - 1);
        for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
          size += quoted(entry.getKey()) + 1 + of(entry.getValue());
        }
        yield size;
      }
      case Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> 0;
    };
  }

  private static int quoted(String text) {
    int size = 2 + text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      size += c == '"' || c == '\\' ? 1 : 0;
    }
    return size;
  }
}
