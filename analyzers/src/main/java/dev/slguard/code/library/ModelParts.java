package dev.slguard.code.library;

import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One model as written: {@code os.system(0)}, or a mapping with the key call (one such text, or several), {@code args},
 * {@code when}, {@code unless} and whatever its group knows.
 */
record ModelParts(List<String> calls, List<Position> positions, Optional<Tree.Mapping> mapping) {

  /** The models that {@code item} states: one for each call that has positions of its own; the others have the first's. */
  static List<ModelParts> all(Tree item) {
    List<String> written = item instanceof Tree.Mapping said
        ? said.get("call").map(ModelParts::texts).orElse(List.of())
        : texts(item);
    Optional<Tree.Mapping> mapping = item instanceof Tree.Mapping said ? Optional.of(said) : Optional.empty();
    List<Position> args = new ArrayList<>();
    mapping.flatMap(said -> said.get("args"))
        .ifPresent(texts -> texts(texts).forEach(arg -> args.addAll(positions(arg))));
    Optional<List<Position>> shared = written.stream().map(ModelParts::own).flatMap(Optional::stream).findFirst();
    List<ModelParts> models = new ArrayList<>();
    for (String text : written) {
      int open = text.indexOf('(');
      List<Position> positions = new ArrayList<>(own(text).or(() -> shared).orElse(List.of()));
      positions.addAll(args);
      models
          .add(new ModelParts(List.of(open < 0 ? text.strip() : text.substring(0, open).strip()), positions, mapping));
    }
    return models.isEmpty() ? List.of(new ModelParts(List.of(), args, mapping)) : models;
  }

  /** The positions in the parentheses of a call; empty if it has none. */
  private static Optional<List<Position>> own(String text) {
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    return open < 0
        ? Optional.empty()
        : Optional.of(positions(text.substring(open + 1, close < 0 ? text.length() : close)));
  }

  private static List<Position> positions(String text) {
    List<Position> positions = new ArrayList<>();
    for (String part : text.split("[,|]", -1)) {
      if (!part.isBlank()) {
        positions.add(Position.of(part.strip()));
      }
    }
    return positions;
  }

  Optional<String> text(String key) {
    return mapping.flatMap(said -> said.text(key));
  }

  List<String> list(String key) {
    return mapping.flatMap(said -> said.get(key)).map(ModelParts::texts).orElse(List.of());
  }

  Set<String> words(String key) {
    return new LinkedHashSet<>(list(key));
  }

  static Set<String> split(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : text.split(",", -1)) {
      words.add(word.strip());
    }
    return words;
  }

  /** Conditions of {@code when} (all must hold) and {@code unless} (none may hold). */
  List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    mapping.flatMap(said -> said.get("when")).ifPresent(when -> conditions(when, false, conditions));
    mapping.flatMap(said -> said.get("when-maybe")).ifPresent(when -> conditions(when, true, conditions));
    mapping.flatMap(said -> said.get("unless")).ifPresent(unless -> {
      for (Condition condition : conditions(unless, false, new ArrayList<>())) {
        conditions.add(new Condition(condition.position(), negated(condition.test()), condition.values(), true));
      }
    });
    return conditions;
  }

  private static Condition.Test negated(Condition.Test test) {
    return switch (test) {
      case EQUALS -> Condition.Test.DIFFERS;
      case DIFFERS -> Condition.Test.EQUALS;
      case PRESENT -> Condition.Test.ABSENT;
      case ABSENT -> Condition.Test.PRESENT;
      case TAGGED -> Condition.Test.UNTAGGED;
      case UNTAGGED -> Condition.Test.TAGGED;
      case KEPT_AS -> Condition.Test.NOT_KEPT_AS;
      case NOT_KEPT_AS -> Condition.Test.KEPT_AS;
      case TYPE -> Condition.Test.OTHER_TYPE;
      case OTHER_TYPE -> Condition.Test.TYPE;
      case CONTAINS -> Condition.Test.LACKS;
      case LACKS -> Condition.Test.CONTAINS;
      case SPELLS, STARTS_WITH, ENDS_WITH, FIXED_HOST, NUMBER, BELOW, TEXT, ANCHORED, EXPONENTIAL, CONSTANT, SECRET,
          SECRET_NAME, HIGH_ENTROPY, ACCEPTS, PREDICTABLE, CREDENTIAL, CALLED, ANNOTATED_WITH, TRUSTED ->
        throw new IllegalArgumentException(
            "'unless' knows values, types, 'contains', 'tagged', 'kept-as', 'present' and 'absent' only");
    };
  }

  private static List<Condition> conditions(Tree tree, boolean whenUnknown, List<Condition> into) {
    mapping(tree).entries().forEach((position, entry) -> into.add(condition(position, entry.value(), whenUnknown)));
    return into;
  }

  private static Condition condition(String position, Tree value, boolean whenUnknown) {
    Position where = Position.of(position);
    if (value instanceof Tree.Mapping said) {
      var single = said.single().orElseThrow(() -> new IllegalArgumentException("expected one test"));
      if (test(single.getKey()) == Condition.Test.BELOW && !isNumber(texts(single.getValue().value()))) {
        throw new IllegalArgumentException("'below' needs a number");
      }
      return new Condition(where, test(single.getKey()), texts(single.getValue().value()), whenUnknown);
    }
    List<String> values = texts(value);
    if (values.size() == 1 && value instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.TEXT
        && Set
            .of("present", "absent", "number", "text", "anchored", "exponential", "constant", "fixed-host", "secret",
                "secret-name", "high-entropy", "called", "predictable", "credential", "trusted")
            .contains(scalar.text())) {
      return new Condition(where, test(scalar.text()), List.of(), whenUnknown);
    }
    return new Condition(where, Condition.Test.EQUALS, values, whenUnknown);
  }

  private static boolean isNumber(List<String> texts) {
    return texts.stream()
        .allMatch(text -> !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  private static Condition.Test test(String word) {
    for (Condition.Test test : Condition.Test.values()) {
      if (Text.word(test).equals(word)) {
        return test;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no test of a value");
  }

  static Tree.Mapping mapping(Tree value) {
    if (value instanceof Tree.Mapping mapping) {
      return mapping;
    }
    throw new IllegalArgumentException("expected a mapping");
  }

  /** The text of a scalar, or the texts of a list of scalars. */
  static List<String> texts(Tree value) {
    return switch (value) {
      case Tree.Scalar scalar -> List.of(scalar.text());
      case Tree.Sequence sequence -> sequence.items().stream().flatMap(item -> texts(item).stream()).toList();
      case Tree.Mapping _ -> throw new IllegalArgumentException("expected a text or a list of texts");
    };
  }
}
