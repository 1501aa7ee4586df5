package dev.slguard.rules.language;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the condition of one rule and collects the names that it gives to nodes. */
final class ConditionReader {
  private static final Set<String> LOGIC = keys(
      List.of("all-of", "any-of", "not", "path", "of", "as", "any", "all", "none", "count", "refers-to"));
  private static final Set<String> IN_STATEMENT = keys(StatementReader.KEYS, LOGIC);
  private static final Set<String> COUNT = Set.of("at-least", "at-most", "where");

  private static final List<Quantifier> QUANTIFIERS = List.of(new Quantifier("any", new Condition.Quantifier.Some()),
      new Quantifier("all", new Condition.Quantifier.Every()), new Quantifier("none", new Condition.Quantifier.None()));

  private final Substitution substitution;
  private final boolean trusted;
  private final Diagnostics problems;
  private final Set<String> names = new LinkedHashSet<>();

  ConditionReader(Substitution substitution, boolean trusted, Diagnostics problems) {
    this.substitution = substitution;
    this.trusted = trusted;
    this.problems = problems;
  }

  private record Quantifier(String key, Condition.Quantifier meaning) {}

  private static Set<String> keys(List<String> own) {
    var all = new LinkedHashSet<>(own);
    for (Operator operator : Operator.values()) {
      all.add(operator.key());
    }
    return all;
  }

  private static Set<String> keys(List<String> own, Set<String> more) {
    var all = new LinkedHashSet<>(own);
    all.addAll(more);
    return all;
  }

  /** The names given so far. */
  Set<String> names() {
    return names;
  }

  /** Gives {@code name} to a node; reported if it is taken. */
  void give(String name, Span at) {
    if (!names.add(name)) {
      problems.error(at, "'" + Text.shown(name) + "' names two nodes");
    }
  }

  Fields fields(Tree.Mapping mapping) {
    return new Fields(mapping, substitution, trusted, problems);
  }

  /** The condition that {@code mapping} writes, entries {@code besides} left out; those belong to the caller. */
  Condition read(Tree.Mapping mapping, Set<String> besides, boolean inStatement) {
    Fields fields = fields(mapping);
    checkKeys(fields, besides, inStatement ? IN_STATEMENT : LOGIC);
    var parts = new ArrayList<Condition>();
    Optional<String> of = fields.text("of");
    of.ifPresent(name -> checkName(name, mapping.get("of").orElseThrow().at()));
    boolean named = fields.has("as") && !besides.contains("as");
    Optional<String> name = named ? name(fields) : Optional.empty();
    Path path = fields.path("path").orElse(Path.SELF);
    List<Comparison> comparisons = ComparisonReader.read(mapping, fields, problems);
    boolean quantified = quantified(fields, of, path, parts);
    if (path.isMany() && !quantified || path.isMany() && !comparisons.isEmpty()) {
      problems.error(fields.keyAt("path"),
          "'" + Text.shown(path.text()) + "' gives several values; write any, all, none or count");
    } else if (!comparisons.isEmpty() || name.isPresent()) {
      parts.addFirst(new Condition.Test(of, path, name, comparisons));
    } else if (fields.has("path") && !quantified && !fields.has("refers-to") && !hasOperator(fields)) {
      problems.error(fields.keyAt("path"), "'path' stands without a test");
    }
    fields.mapping("refers-to").ifPresent(target -> parts.add(refersTo(target, of, path)));
    logic(fields, inStatement, parts);
    if (inStatement) {
      StatementReader.read(fields, problems, parts);
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  /** Whether a test was meant, even if what stands behind it is wrong. */
  private static boolean hasOperator(Fields fields) {
    for (Operator operator : Operator.values()) {
      if (fields.has(operator.key())) {
        return true;
      }
    }
    return false;
  }

  private void checkKeys(Fields fields, Set<String> besides, Set<String> own) {
    var known = new LinkedHashSet<>(own);
    known.addAll(besides);
    fields.checkKeys(known, "a condition");
  }

  private Optional<String> name(Fields fields) {
    Optional<String> name = fields.text("as");
    name.ifPresent(text -> give(text, fields.keyAt("as")));
    return name;
  }

  private void checkName(String name, Span at) {
    if (!names.contains(name)) {
      problems.error(at, "nothing is named '" + Text.shown(name) + "' here" + Suggestion.forWord(name, names));
    }
  }

  private void logic(Fields fields, boolean inStatement, List<Condition> parts) {
    if (fields.has("all-of")) {
      parts.add(new Condition.All(each(fields, "all-of", inStatement)));
    }
    if (fields.has("any-of")) {
      parts.add(new Condition.Any(each(fields, "any-of", inStatement)));
    }
    fields.mapping("not").ifPresent(inner -> {
      var outside = Set.copyOf(names);
      parts.add(new Condition.Not(read(inner, Set.of(), inStatement)));
      names.retainAll(outside);
    });
  }

  private List<Condition> each(Fields fields, String key, boolean inStatement) {
    var conditions = new ArrayList<Condition>();
    var outside = Set.copyOf(names);
    var all = new LinkedHashSet<>(names);
    for (Tree item : fields.items(key)) {
      if (key.equals("any-of")) {
        // Each alternative may give the same name to its own node.
        names.retainAll(outside);
      }
      if (item instanceof Tree.Mapping inner) {
        conditions.add(read(inner, Set.of(), inStatement));
        all.addAll(names);
      } else {
        problems.error(item.at(), "an item of '" + key + "' is a condition");
      }
    }
    names.addAll(all);
    if (conditions.isEmpty()) {
      problems.error(fields.keyAt(key), "'" + key + "' needs conditions");
    }
    return conditions;
  }

  private boolean quantified(Fields fields, Optional<String> of, Path path, List<Condition> parts) {
    boolean found = false;
    for (Quantifier quantifier : QUANTIFIERS) {
      Optional<Tree.Mapping> body = fields.mapping(quantifier.key());
      if (body.isPresent()) {
        parts.add(over(body.get(), of, path, quantifier.meaning(), fields.has("path")));
        found = true;
      }
    }
    Optional<Tree.Mapping> count = fields.mapping("count");
    if (count.isPresent()) {
      parts.add(count(count.get(), of, path, fields.has("path")));
      found = true;
    }
    return found;
  }

  private Condition count(Tree.Mapping mapping, Optional<String> of, Path path, boolean hasPath) {
    Fields fields = fields(mapping);
    fields.checkKeys(COUNT, "'count'");
    Optional<Double> least = fields.number("at-least");
    Optional<Double> most = fields.number("at-most");
    if (least.isEmpty() && most.isEmpty()) {
      problems.error(mapping.at(), "'count' needs 'at-least' or 'at-most'");
    }
    var quantifier = new Condition.Quantifier.Count(least.orElse(0.0).intValue(),
        most.map(Double::intValue).orElse(Integer.MAX_VALUE));
    return over(fields.mapping("where").orElse(Tree.emptyMapping(mapping.at())), of, path, quantifier, hasPath);
  }

  private Condition over(Tree.Mapping body, Optional<String> of, Path path, Condition.Quantifier quantifier,
      boolean hasPath) {
    Fields fields = fields(body);
    // Only 'any' lets the item's name out: with all, none and count there is no one item to speak of.
    var outside = Set.copyOf(names);
    Optional<String> name = name(fields);
    Condition.Over over;
    Condition item;
    if (fields.has("resource") && !hasPath) {
      var through = new ArrayList<Path>();
      for (Tree.Scalar text : fields.scalars("through")) {
        PathReader.read(text.text()).ifPresentOrElse(through::add,
            () -> problems.error(text.at(), "'" + Text.shown(text.text()) + "' is no path"));
      }
      over = new Condition.Over.Resources(fields.texts("resource"), through, name);
      item = read(body, Set.of("resource", "through", "as"), false);
    } else {
      over = new Condition.Over.Values(path, name);
      item = read(body, Set.of("as"), false);
    }
    if (!(quantifier instanceof Condition.Quantifier.Some)) {
      names.retainAll(outside);
    }
    return new Condition.Quantified(of, quantifier, over, item);
  }

  private Condition refersTo(Tree.Mapping target, Optional<String> of, Path path) {
    Fields fields = fields(target);
    Optional<String> name = name(fields);
    List<String> types = fields.texts("resource");
    if (types.isEmpty()) {
      problems.error(target.at(), "'refers-to' needs 'resource'");
    }
    return new Condition.RefersTo(of, path, name, types, read(target, Set.of("resource", "as"), false));
  }

}
