package dev.slguard.template.cloudformation;

import dev.slguard.model.Parameter;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The parameters of one template: what is declared, and the value of each. A value given by the caller wins over the
 * default; a default is taken as the value; a parameter with neither is unknown, and so is one that hides its value or
 * names a stored one.
 */
final class Parameters {
  private final SequencedMap<String, Parameter> declared = new LinkedHashMap<>();
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Set<String> given;

  /** @param given values by name: texts from the command line, or what a parent stack hands down */
  Parameters(Tree.Mapping body, Map<String, Value> given, Diagnostics diagnostics) {
    this.given = Set.copyOf(given.keySet());
    body.mapping("Parameters").ifPresent(section -> section.entries().forEach((name, entry) -> {
      Parameter parameter = declaration(name, entry, diagnostics);
      declared.put(name, parameter);
      values.put(name, value(parameter, Optional.ofNullable(given.get(name))));
    }));
  }

  /** What is declared, in order. */
  List<Parameter> declared() {
    return List.copyOf(declared.values());
  }

  /** The value of the parameter {@code name}, at the place that uses it; empty if it is not declared. */
  Optional<Value> value(String name, Span use) {
    return Optional.ofNullable(values.get(name)).map(value -> Places.moved(value, use));
  }

  /**
   * The values that deployment may give the parameter {@code name}; empty if it may be anything, or if the value is handed
   * down: what is unknown then is a parameter of the parent.
   */
  List<String> allowed(String name) {
    Parameter parameter = declared.get(name);
    return parameter == null || given.contains(name) ? List.of() : parameter.allowedValues();
  }

  private static Parameter declaration(String name, Tree.Entry entry, Diagnostics diagnostics) {
    if (!(entry.value() instanceof Tree.Mapping written)) {
      diagnostics.error(entry.keyAt(),
          "parameter '" + Text.shown(name) + "' is no object; it is taken as a text that deployment decides");
      return new Parameter(name, "String", Optional.empty(), false, List.of(), entry.keyAt());
    }
    var allowed = new ArrayList<String>();
    if (written.get("AllowedValues").orElse(written) instanceof Tree.Sequence(var items, _)) {
      for (Tree item : items) {
        if (item instanceof Tree.Scalar scalar) {
          allowed.add(text(scalar));
        }
      }
    }
    String type = written.text("Type").orElse("String");
    boolean noEcho = written.text("NoEcho").filter(text -> text.equalsIgnoreCase("true")).isPresent();
    return new Parameter(name, type, defaultValue(name, type, written, diagnostics), noEcho, allowed, entry.keyAt());
  }

  private static Optional<Value> defaultValue(String name, String type, Tree.Mapping written, Diagnostics diagnostics) {
    Optional<Tree> tree = written.get("Default");
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    if (tree.get() instanceof Tree.Scalar scalar) {
      Span at = scalar.at();
      return Optional.of(isList(type) ? list(text(scalar), at) : new Value.Scalar(text(scalar), scalar.kind(), at));
    }
    diagnostics.error(tree.get().at(),
        "the default of parameter '" + Text.shown(name) + "' is no text or number; it is not used");
    return Optional.empty();
  }

  /** A scalar as CloudFormation compares it: truth values in lower case, the rest as written. */
  static String text(Tree.Scalar scalar) {
    return scalar.kind() == Tree.Kind.BOOLEAN ? scalar.text().toLowerCase(java.util.Locale.ROOT) : scalar.text();
  }

  private static Value value(Parameter parameter, Optional<Value> given) {
    Span at = parameter.at();
    if (parameter.noEcho()) {
      return new Value.Unknown(Value.Origin.SECRET_PARAMETER, parameter.name(), at);
    }
    if (parameter.type().startsWith("AWS::SSM::Parameter::Value")) {
      String stored = given.or(parameter::defaultValue).map(Canonical::spelling).orElse("${" + parameter.name() + '}');
      return new Value.Unknown(Value.Origin.DYNAMIC_REFERENCE, "ssm:" + stored, at);
    }
    if (given.isPresent()) {
      return isList(parameter.type()) && given.get() instanceof Value.Scalar scalar
          ? list(scalar.text(), at)
          : given.get();
    }
    return parameter.defaultValue().orElseGet(() -> new Value.Unknown(Value.Origin.PARAMETER, parameter.name(), at));
  }

  private static boolean isList(String type) {
    return type.equals("CommaDelimitedList") || type.startsWith("List<");
  }

  private static Value list(String text, Span at) {
    var items = new ArrayList<Value>();
    for (String item : text.split(",", -1)) {
      items.add(Value.Scalar.text(item.strip(), at));
    }
    return new Value.Listing(items, at);
  }
}
