package dev.slguard.iam.policy;

import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One entry of a policy element, cut into literal text, wildcards, variables and holes. Which of them a place understands
 * is decided by {@link Syntax}.
 *
 * @param parts neighbouring literals are joined; empty for the empty text
 */
public record TextPattern(List<Part> parts, Span at) {

  /** What a place in a policy understands. */
  public enum Syntax {
    /** All is text: principals, numbers, dates, addresses. */
    PLAIN(false, false),
    /** {@code *} and {@code ?}: actions, and resources under Version 2008-10-17. */
    WILDCARDS(true, false),
    /** {@code ${…}} only: StringEquals and the like under Version 2012-10-17. */
    VARIABLES(false, true),
    /** Both: resources and Like conditions under Version 2012-10-17. */
    FULL(true, true);

    private final boolean wildcards;
    private final boolean variables;

    Syntax(boolean wildcards, boolean variables) {
      this.wildcards = wildcards;
      this.variables = variables;
    }
  }

  public TextPattern {
    parts = List.copyOf(parts);
  }

  /** A known text in the given syntax. */
  public static TextPattern of(String text, Syntax syntax, Span at) {
    var parts = new PartList();
    cut(text, syntax, parts);
    return new TextPattern(parts.list(), at);
  }

  /** A template value in the given syntax; what is not text becomes a hole. */
  public static TextPattern of(Value value, Syntax syntax) {
    var parts = new PartList();
    add(value, syntax, parts);
    return new TextPattern(parts.list(), value.at());
  }

  private static void add(Value value, Syntax syntax, PartList parts) {
    switch (value) {
      case Value.Scalar(String text, Tree.Kind _, _) -> cut(text, syntax, parts);
      case Value.Text(var pieces, _) -> pieces.forEach(piece -> add(piece, syntax, parts));
      case Value.Reference(String id, String attribute, _) ->
        parts.add(new Part.Hole(attribute.isEmpty() ? id : id + '.' + attribute, Optional.of(id), false));
      case Value.Unknown(var origin, String detail, _) ->
        parts.add(new Part.Hole(detail, Optional.empty(), origin == Value.Origin.PSEUDO && isSegment(detail)));
      case Value.Choice(String condition, _, _, _) ->
        parts.add(new Part.Hole("Fn::If " + condition + ' ' + value.at(), Optional.empty(), false));
      case Value.Listing _,Value.Mapping _,Value.Absent _ ->
        parts.add(new Part.Hole("not a text " + value.at(), Optional.empty(), false));
    }
  }

  private static boolean isSegment(String pseudo) {
    return switch (pseudo) {
      case "AWS::AccountId", "AWS::Region", "AWS::Partition", "AWS::StackName", "AWS::URLSuffix" -> true;
      default -> false;
    };
  }

  private static void cut(String text, Syntax syntax, PartList parts) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (syntax.wildcards && (c == '*' || c == '?')) {
        parts.literal(text.substring(start, i));
        parts.add(c == '*' ? new Part.AnyRun() : new Part.AnyOne());
        start = i + 1;
      } else if (syntax.variables && c == '$' && text.startsWith("${", i)) {
        int end = text.indexOf('}', i);
        if (end < 0) {
          break;
        }
        parts.literal(text.substring(start, i));
        variable(text.substring(i + 2, end), parts);
        start = end + 1;
        i = end;
      }
    }
    parts.literal(text.substring(start));
  }

  /** {@code ${*}}, {@code ${?}} and {@code ${$}} are the characters themselves (IAM User Guide, policies_variables). */
  private static void variable(String inside, PartList parts) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      parts.literal(inside);
      return;
    }
    int comma = inside.indexOf(',');
    if (comma < 0) {
      parts.add(new Part.Variable(inside.strip(), Optional.empty()));
      return;
    }
    String fallback = inside.substring(comma + 1).strip();
    boolean quoted = fallback.length() > 1 && fallback.startsWith("'") && fallback.endsWith("'");
    parts.add(new Part.Variable(inside.substring(0, comma).strip(),
        Optional.of(quoted ? fallback.substring(1, fallback.length() - 1) : fallback)));
  }

  /** The text if all of it is known and stands for itself. */
  public Optional<String> literal() {
    return switch (parts.size()) {
      case 0 -> Optional.of("");
      case 1 -> parts.getFirst() instanceof Part.Literal(String text) ? Optional.of(text) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whether this matches every text: nothing but {@code *}. */
  public boolean isAny() {
    return !parts.isEmpty() && parts.stream().allMatch(part -> part instanceof Part.AnyRun);
  }

  /** Whether deployment decides a part of the text. */
  public boolean hasHole() {
    return parts.stream().anyMatch(part -> part instanceof Part.Hole);
  }

  /** Whether it contains {@code *} or {@code ?}. */
  public boolean hasWildcard() {
    return parts.stream().anyMatch(part -> part instanceof Part.AnyRun || part instanceof Part.AnyOne);
  }

  /** Whether it contains a policy variable. */
  public boolean hasVariable() {
    return parts.stream().anyMatch(part -> part instanceof Part.Variable);
  }

  /**
   * This pattern with its variables replaced; empty if one of them has no value, so that the pattern matches nothing.
   *
   * @param lookup gives a Literal or, where only a request decides, a Hole
   */
  public Optional<TextPattern> resolve(Function<Part.Variable, Optional<Part>> lookup) {
    if (!hasVariable()) {
      return Optional.of(this);
    }
    var resolved = new PartList();
    for (Part part : parts) {
      Optional<Part> now = part instanceof Part.Variable variable ? lookup.apply(variable) : Optional.of(part);
      if (now.isEmpty()) {
        return Optional.empty();
      }
      if (now.get() instanceof Part.Literal(String text)) {
        resolved.literal(text);
      } else {
        resolved.add(now.get());
      }
    }
    return Optional.of(new TextPattern(resolved.list(), at));
  }

  /** Logical ids of the resources that the text refers to, in the order written. */
  public List<String> resources() {
    return parts.stream().<String>mapMulti((part, out) -> {
      if (part instanceof Part.Hole(_, Optional<String> resource, _)) {
        resource.ifPresent(out);
      }
    }).toList();
  }

  /** The text as the author would know it again; holes as {@code ${id}}. */
  public String text() {
    var text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal);
        case Part.AnyRun _ -> text.append('*');
        case Part.AnyOne _ -> text.append('?');
        case Part.Hole(String id, _, _) -> text.append("${").append(id).append('}');
        case Part.Variable(String key, Optional<String> fallback) -> {
          text.append("${").append(key);
          fallback.ifPresent(given -> text.append(", '").append(given).append('\''));
          text.append('}');
        }
      }
    }
    return text.toString();
  }

  /** Collects parts and joins neighbouring literals. */
  private static final class PartList {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    private void literal(String text) {
      literal.append(text);
    }

    private void add(Part part) {
      flush();
      parts.add(part);
    }

    private void flush() {
      if (!literal.isEmpty()) {
        parts.add(new Part.Literal(literal.toString()));
        literal.setLength(0);
      }
    }

    private List<Part> list() {
      flush();
      return parts;
    }
  }
}
