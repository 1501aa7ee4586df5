package dev.slguard.template.binding;

import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A JSON or YAML document that a template has as text: state machine definitions, policies of log groups. Holes in the text
 * (Fn::Sub, Fn::Join) become holes in the document's values.
 */
final class TextDocument {
  /** Marks around the number of a hole; private-use characters, which no document has a reason to hold. */
  private static final char OPEN = '\uE0F0';
  private static final char CLOSE = '\uE0F1';

  private final List<Value> holes = new ArrayList<>();

  private TextDocument() {}

  /** {@code value} itself, or where it is text the document in it; empty if the text is no document. */
  static Optional<Value> of(Stack stack, Value value) {
    return switch (value) {
      case Value.Scalar(String text, _, Span at) -> new TextDocument().read(stack, text, at);
      case Value.Text(var parts, Span at) -> {
        var document = new TextDocument();
        yield document.read(stack, document.marked(parts), at);
      }
      case Value.Absent _ -> Optional.empty();
      case Value.Listing _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Unknown _ -> Optional.of(value);
    };
  }

  /**
   * The document in the file {@code path}.
   *
   * @param substitutions values for {@code ${name}} in its texts, as DefinitionSubstitutions gives them
   */
  static Optional<Value> inFile(Stack stack, String path, Span asker, Value substitutions) {
    return stack.file(path, asker).flatMap(file -> {
      List<Tree> trees = Documents.read(file, stack.root().limits(), stack.diagnostics());
      return trees.isEmpty() ? Optional.empty() : Optional.of(substituted(trees.getFirst(), substitutions));
    });
  }

  /** {@code value} with every {@code ${name}} in its texts replaced by the entry of {@code substitutions}. */
  static Value substituted(Value value, Value substitutions) {
    return switch (value) {
      case Value.Scalar(String text, _, Span at) when text.contains("${") -> fill(text, at, substitutions);
      case Value.Listing(var items, Span at) ->
        new Value.Listing(items.stream().map(item -> substituted(item, substitutions)).toList(), at);
      case Value.Mapping(var entries, var keys, Span at) -> {
        var filled = new LinkedHashMap<String, Value>();
        entries.forEach((key, entry) -> filled.put(key, substituted(entry, substitutions)));
        yield new Value.Mapping(filled, keys, at);
      }
      case Value.Scalar _,Value.Text _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> value;
    };
  }

  private static Value substituted(Tree tree, Value substitutions) {
    return substituted(plain(tree), substitutions);
  }

  private static Value fill(String text, Span at, Value substitutions) {
    var parts = new ArrayList<Value>();
    int from = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", open + 2)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 2, close);
      if (substitutions instanceof Value.Mapping mapping && mapping.entries().containsKey(name)) {
        addText(parts, text.substring(from, open), at);
        parts.add(mapping.get(name));
        from = close + 1;
      }
    }
    addText(parts, text.substring(from), at);
    return joined(parts, at);
  }

  private static void addText(List<Value> parts, String text, Span at) {
    if (!text.isEmpty()) {
      parts.add(Value.Scalar.text(text, at));
    }
  }

  /** The parts as one value: neighbouring texts joined, a single part alone. */
  private static Value joined(List<Value> parts, Span at) {
    var flat = new ArrayList<Value>();
    for (Value part : parts) {
      List<Value> pieces = part instanceof Value.Text(var inner, _) ? inner : List.of(part);
      for (Value piece : pieces) {
        if (piece instanceof Value.Scalar(String text, _, _) && !flat.isEmpty()
            && flat.getLast() instanceof Value.Scalar(String before, _, _)) {
          flat.set(flat.size() - 1, Value.Scalar.text(before + text, at));
        } else {
          flat.add(piece);
        }
      }
    }
    return switch (flat.size()) {
      case 0 -> Value.Scalar.text("", at);
      case 1 -> flat.getFirst();
      default -> new Value.Text(flat, at);
    };
  }

  /** A document in which nothing is an intrinsic function. */
  static Value plain(Tree tree) {
    return switch (tree) {
      case Tree.Scalar(String text, Tree.Kind kind, Span at) -> new Value.Scalar(text, kind, at);
      case Tree.Sequence(var items, Span at) -> new Value.Listing(items.stream().map(TextDocument::plain).toList(), at);
      case Tree.Mapping(var entries, Span at) -> {
        var values = new LinkedHashMap<String, Value>();
        var keys = new LinkedHashMap<String, Span>();
        entries.forEach((key, entry) -> {
          values.put(key, plain(entry.value()));
          keys.put(key, entry.keyAt());
        });
        yield new Value.Mapping(values, keys, at);
      }
    };
  }

  private Optional<Value> read(Stack stack, String text, Span at) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    SourceFile file = EmbeddedText.of(stack, text, at, Optional.empty());
    var problems = new Diagnostics();
    List<Tree> trees = Documents.read(file, stack.root().limits(), problems);
    if (trees.isEmpty() || trees.getFirst() instanceof Tree.Scalar) {
      return Optional.empty();
    }
    problems.toList().forEach(stack.diagnostics()::add);
    Value document = unmarked(plain(trees.getFirst()));
    boolean exact = EmbeddedText.standsAt(stack, text, at, String.valueOf(OPEN));
    return Optional.of(exact ? document : Places.all(document, at));
  }

  /** The text with a numbered mark for each hole, in quotes where it stands outside of a JSON text. */
  private String marked(List<Value> parts) {
    var text = new StringBuilder();
    boolean quoted = false;
    for (Value part : parts) {
      if (part instanceof Value.Scalar(String piece, _, _)) {
        quoted = quotedAfter(piece, quoted);
        text.append(piece);
      } else {
        String quote = quoted || !looksLikeJson(text) ? "" : "\"";
        text.append(quote).append(OPEN).append(holes.size()).append(CLOSE).append(quote);
        holes.add(part);
      }
    }
    return text.toString();
  }

  private static boolean looksLikeJson(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  private static boolean quotedAfter(String piece, boolean before) {
    boolean quoted = before;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      }
    }
    return quoted;
  }

  private Value unmarked(Value value) {
    return switch (value) {
      case Value.Scalar(String text, _, Span at) when text.indexOf(OPEN) >= 0 -> unmarked(text, at);
      case Value.Listing(var items, Span at) -> new Value.Listing(items.stream().map(this::unmarked).toList(), at);
      case Value.Mapping(var entries, var keys, Span at) -> {
        var filled = new LinkedHashMap<String, Value>();
        entries.forEach((key, entry) -> filled.put(key, unmarked(entry)));
        yield new Value.Mapping(filled, keys, at);
      }
      case Value.Scalar _,Value.Text _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> value;
    };
  }

  private Value unmarked(String text, Span at) {
    var parts = new ArrayList<Value>();
    int from = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
      int close = text.indexOf(CLOSE, open);
      Optional<Value> hole = close < 0 ? Optional.empty() : hole(text.substring(open + 1, close));
      if (hole.isEmpty()) {
        break;
      }
      addText(parts, text.substring(from, open), at);
      parts.add(hole.get());
      from = close + 1;
    }
    addText(parts, text.substring(from), at);
    return joined(parts, at);
  }

  private Optional<Value> hole(String number) {
    try {
      int index = Integer.parseInt(number);
      return index >= 0 && index < holes.size() ? Optional.of(holes.get(index)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
