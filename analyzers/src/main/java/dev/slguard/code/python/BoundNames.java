package dev.slguard.code.python;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a function binds, which are its variables (Python: Language Reference, section 4.2). */
final class BoundNames {
  private final Map<String, Optional<Expression>> variables = new LinkedHashMap<>();
  private final Set<String> globals = new HashSet<>();
  private final Set<String> outer = new HashSet<>();

  private BoundNames() {}

  /** The names bound by {@code body}, and by the expressions that {@code scope} noted. */
  static BoundNames of(List<Statement> body, ScopeFacts scope) {
    var names = new BoundNames();
    StatementWalk.ofOneBody(names::collect).walk(body);
    scope.names().forEach(names::bind);
    names.variables.keySet().removeAll(names.globals);
    names.variables.keySet().removeAll(names.outer);
    return names;
  }

  /** Names of the variables, with an annotation where one is written. */
  Map<String, Optional<Expression>> variables() {
    return variables;
  }

  /** Names declared {@code global}. */
  Set<String> globals() {
    return globals;
  }

  /** The names in a target. */
  static Set<String> ofTarget(Expression target) {
    var names = new BoundNames();
    names.target(target);
    return names.variables.keySet();
  }

  private void bind(String name) {
    variables.putIfAbsent(name, Optional.empty());
  }

  private void collect(Statement statement) {
    switch (statement) {
      case Statement.Assign s -> s.targets().forEach(this::target);
      case Statement.AugmentedAssign s -> target(s.target());
      case Statement.AnnotatedAssign s -> {
        if (s.target() instanceof Expression.Name(String id, _, _)) {
          variables.put(id, Optional.of(s.annotation()));
        }
      }
      case Statement.TypeAlias s -> bind(s.name());
      case Statement.Delete s -> s.targets().forEach(this::target);
      case Statement.Global s -> globals.addAll(s.names());
      case Statement.Nonlocal s -> outer.addAll(s.names());
      case Statement.Import s -> s.names().forEach(alias -> bind(alias.as().orElse(ImportedNames.root(alias.name()))));
      case Statement.ImportFrom s -> s.names().stream().filter(alias -> !alias.name().equals("*"))
          .forEach(alias -> bind(alias.as().orElse(alias.name())));
      case Statement.For s -> target(s.target());
      case Statement.With s -> s.items().forEach(item -> item.target().ifPresent(this::target));
      case Statement.Try s -> s.handlers().forEach(handler -> LegacyHandler.name(handler).ifPresent(this::bind));
      case Statement.Match s -> s.cases().forEach(one -> pattern(one.pattern()));
      case Statement.Function s -> bind(s.name());
      case Statement.ClassDefinition s -> bind(s.name());
      case Statement.Evaluate _,Statement.Return _,Statement.Raise _,Statement.Assert _,Statement.Pass _,Statement.Break _,Statement.Continue _,Statement.If _,Statement.While _,Statement.Damaged _ ->
        {
        }
    }
  }

  private void target(Expression target) {
    switch (target) {
      case Expression.Name(String id, _, _) -> bind(id);
      case Expression.Tuple tuple -> tuple.items().forEach(this::target);
      case Expression.ListDisplay list -> list.items().forEach(this::target);
      case Expression.Starred starred -> target(starred.value());
      default -> {
      }
    }
  }

  private void pattern(Pattern pattern) {
    switch (pattern) {
      case Pattern.Value _,Pattern.Wildcard _ -> {
      }
      case Pattern.Capture(Optional<Pattern> inner, String name) -> {
        inner.ifPresent(this::pattern);
        bind(name);
      }
      case Pattern.Rest(Optional<String> name) -> name.ifPresent(this::bind);
      case Pattern.Sequence(List<Pattern> items) -> items.forEach(this::pattern);
      case Pattern.Mapping(List<Pattern.MappingItem> items, Optional<String> rest) -> {
        items.forEach(item -> pattern(item.pattern()));
        rest.ifPresent(this::bind);
      }
      case Pattern.Instance instance -> {
        instance.positional().forEach(this::pattern);
        instance.attributes().forEach(attribute -> pattern(attribute.pattern()));
      }
      case Pattern.Either(List<Pattern> alternatives) -> alternatives.forEach(this::pattern);
    }
  }
}
