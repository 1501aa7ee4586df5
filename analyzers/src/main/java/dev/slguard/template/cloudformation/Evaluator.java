package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Output;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Gives an expansion its values. Defaults of parameters are taken as their values; what only deployment decides stays
 * unknown, and the conditions that depend on it travel with what they guard. Never throws on any input.
 */
public final class Evaluator {
  private final Expansion expansion;
  private final Interpreter interpreter;
  private final Diagnostics diagnostics;
  private final Scope scope;

  private Evaluator(Expansion expansion, Root root, TemplateOptions options, Diagnostics diagnostics) {
    this.expansion = expansion;
    this.diagnostics = diagnostics;
    var given = new LinkedHashMap<String, Value>();
    options.parameters()
        .forEach((name, text) -> given.put(name, Value.Scalar.text(text, Span.startOf(expansion.file()))));
    var parameters = new Parameters(expansion.body(), given, diagnostics);
    this.scope = new Scope(expansion.file(), expansion.body(), "", parameters, options);
    this.interpreter = new Interpreter(scope, root, diagnostics, new Budget());
  }

  /** {@code expansion} with its values; trouble goes to {@code diagnostics}. */
  public static Evaluated evaluate(Expansion expansion, Root root, TemplateOptions options, Diagnostics diagnostics) {
    return new Evaluator(expansion, root, options, diagnostics).evaluate();
  }

  private Evaluated evaluate() {
    Map<String, ConditionSet> conditions = interpreter.conditions().all();
    return new Evaluated(expansion, resources(), scope.parameters().declared(), outputs(), conditions);
  }

  private SequencedMap<String, Resource> resources() {
    var resources = new LinkedHashMap<String, Resource>();
    scope.resources().ifPresent(section -> section.entries().forEach((id, entry) -> {
      if (entry.value() instanceof Tree.Mapping written && written.text("Type").isPresent()) {
        resource(id, written, entry.keyAt()).ifPresent(resource -> resources.put(resource.id(), resource));
      } else if (!id.startsWith("Fn::")) {
        diagnostics.error(entry.keyAt(), "resource '" + Text.shown(id) + "' has no Type; it is not analysed");
      }
    }));
    return resources;
  }

  private Optional<Resource> resource(String id, Tree.Mapping written, Span at) {
    ConditionSet when = condition(written);
    if (when.formula() instanceof ConditionSet.Formula.Constant(boolean value) && !value) {
      diagnostics.note(written.keyAt("Condition"),
          "resource '" + Text.shown(id) + "' is not deployed: its condition is false with the parameters as they are");
      return Optional.empty();
    }
    String type = written.text("Type").orElse("");
    Provenance provenance = expansion.provenance().get(id);
    return Optional.of(new Resource(interpreter.prefixed(id), type, properties(id, written, at, when),
        attributes(written, when), when, provenance == null ? Provenance.authored(at, id, type) : provenance));
  }

  private ConditionSet condition(Tree.Mapping written) {
    return written.text("Condition")
        .map(name -> new ConditionSet(interpreter.conditions().named(name, written.keyAt("Condition"))))
        .orElse(ConditionSet.ALWAYS);
  }

  private Value.Mapping properties(String id, Tree.Mapping written, Span at, ConditionSet when) {
    Optional<Tree> properties = written.get("Properties");
    if (properties.isPresent() && interpreter.value(properties.get(), when) instanceof Value.Mapping evaluated) {
      return evaluated;
    }
    if (properties.isPresent() && !isNull(properties.get())) {
      diagnostics.error(written.keyAt("Properties"),
          "the properties of '" + Text.shown(id) + "' are no object; they are treated as empty");
    }
    return empty(properties.isPresent() ? written.keyAt("Properties") : at);
  }

  private static boolean isNull(Tree tree) {
    return tree instanceof Tree.Scalar scalar && (scalar.kind() == Tree.Kind.NULL || scalar.text().isBlank());
  }

  private static Value.Mapping empty(Span at) {
    return new Value.Mapping(new LinkedHashMap<>(), new LinkedHashMap<>(), at);
  }

  private Value.Mapping attributes(Tree.Mapping written, ConditionSet when) {
    var rest = new LinkedHashMap<>(written.entries());
    rest.remove("Type");
    rest.remove("Properties");
    return interpreter.object(new Tree.Mapping(rest, written.at()), when);
  }

  private List<Output> outputs() {
    var outputs = new ArrayList<Output>();
    scope.body().mapping("Outputs").ifPresent(section -> section.entries().forEach((name, entry) -> {
      if (entry.value() instanceof Tree.Mapping written) {
        ConditionSet when = condition(written);
        if (!when.isImpossible()) {
          Value value = written.get("Value").map(tree -> interpreter.value(tree, when))
              .orElseGet(() -> new Value.Absent(entry.keyAt()));
          Optional<Value> export = written.mapping("Export").flatMap(exported -> exported.get("Name"))
              .map(tree -> interpreter.value(tree, when));
          outputs.add(new Output(name, value, export, when));
        }
      } else if (!name.startsWith("Fn::")) {
        diagnostics.error(entry.keyAt(), "output '" + Text.shown(name) + "' is no object; it is not analysed");
      }
    }));
    return outputs;
  }
}
