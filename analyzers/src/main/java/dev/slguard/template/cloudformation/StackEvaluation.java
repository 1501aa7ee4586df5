package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Output;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.FixedMap;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The evaluation of one template: of the deployment itself or of a stack nested in it. */
final class StackEvaluation {
  private final Expansion expansion;
  private final Shared shared;
  private final ConditionSet base;
  private final Scope scope;
  private final Interpreter interpreter;
  private final NestedStacks nested;

  /**
   * @param prefix put before logical ids; {@code Parent/} in a nested stack, else empty
   * @param given values of parameters
   * @param base when the stack itself exists
   * @param chain files of this template and those it is nested in
   */
  StackEvaluation(Expansion expansion, Shared shared, String prefix, Map<String, Value> given, ConditionSet base,
      List<String> chain) {
    this.expansion = expansion;
    this.shared = shared;
    this.base = base;
    var parameters = new Parameters(expansion.body(), given, shared.diagnostics());
    this.scope = new Scope(expansion.file(), expansion.body(), prefix, parameters, shared.options());
    this.nested = new NestedStacks(this, shared, chain);
    this.interpreter = new Interpreter(scope, shared, nested, base);
  }

  Scope scope() {
    return scope;
  }

  Interpreter interpreter() {
    return interpreter;
  }

  private Diagnostics diagnostics() {
    return shared.diagnostics();
  }

  Evaluated evaluate() {
    interpreter.conditions().defineAll();
    SequencedMap<String, Resource> resources = resources();
    List<Output> outputs = outputs();
    var owners = new LinkedHashMap<String, Evaluated.Borrowed>();
    resources.putAll(shared.siblings().borrowed(List.copyOf(resources.values()), owners, Span.startOf(expansion.file()),
        shared.diagnostics()));
    var conditions = new LinkedHashMap<String, ConditionSet>();
    shared.conditions().forEach((name, formula) -> conditions.put(name, new ConditionSet(formula)));
    return new Evaluated(expansion, resources, scope.parameters().declared(), outputs, conditions, owners,
        shared.siblings().asked());
  }

  /** The resources of a nested stack; its outputs are asked for by name, and what is wrong with them is said in any case. */
  private SequencedMap<String, Resource> nestedResources() {
    interpreter.conditions().defineAll();
    SequencedMap<String, Resource> resources = resources();
    outputs();
    return resources;
  }

  private SequencedMap<String, Resource> resources() {
    var resources = new LinkedHashMap<String, Resource>();
    scope.resources().ifPresent(section -> section.entries().forEach((id, entry) -> {
      if (entry.value() instanceof Tree.Mapping written && written.text("Type").isPresent()) {
        resource(id, written, entry.keyAt()).ifPresent(resource -> {
          resources.put(resource.id(), resource);
          nested.stack(id).ifPresent(stack -> resources.putAll(stack.nestedResources()));
        });
      } else if (!id.startsWith("Fn::")) {
        diagnostics().error(entry.keyAt(), "resource '" + Text.shown(id) + "' has no Type; it is not analysed");
      }
    }));
    return resources;
  }

  /** The resource {@code id}, evaluated alone; {@code Parent/Child} of a nested stack. Empty if it is not deployed. */
  Optional<Resource> resource(String id) {
    int inner = id.indexOf('/');
    if (inner >= 0) {
      return nested.stack(id.substring(0, inner)).flatMap(stack -> stack.resource(id.substring(inner + 1)));
    }
    return scope.resources().flatMap(section -> Optional.ofNullable(section.entries().get(id)))
        .filter(entry -> entry.value() instanceof Tree.Mapping written && written.text("Type").isPresent())
        .flatMap(entry -> resource(id, (Tree.Mapping) entry.value(), entry.keyAt()));
  }

  /** What is evaluated. */
  Expansion expansion() {
    return expansion;
  }

  private Optional<Resource> resource(String id, Tree.Mapping written, Span at) {
    ConditionSet when = conditionOf(written);
    if (when.formula() instanceof ConditionSet.Formula.Constant(boolean value) && !value || when.isImpossible()) {
      diagnostics().note(written.keyAt("Condition"),
          "resource '" + Text.shown(id) + "' is not deployed: its condition is false with the parameters as they are");
      return Optional.empty();
    }
    String type = written.text("Type").orElse("");
    if (type.endsWith("::MODULE")) {
      diagnostics().warning(written.keyAt("Type"), "the module '" + Text.shown(type)
          + "' has no project with a fragment in the scanned folder; what it deploys is not known");
    }
    Provenance provenance = expansion.provenance().get(id);
    return Optional.of(new Resource(interpreter.prefixed(id), type, properties(id, written, at, when),
        attributes(written, when), when, provenance == null ? Provenance.authored(at, id, type) : provenance));
  }

  /** When the resource or output {@code written} exists: its own condition, and that of the stack. */
  ConditionSet conditionOf(Tree.Mapping written) {
    return written.text("Condition")
        .map(name -> base.and(interpreter.conditions().named(name, written.keyAt("Condition")))).orElse(base);
  }

  private Value.Mapping properties(String id, Tree.Mapping written, Span at, ConditionSet when) {
    Optional<Tree> properties = written.get("Properties");
    if (properties.isPresent() && interpreter.value(properties.get(), when) instanceof Value.Mapping evaluated) {
      return evaluated;
    }
    if (properties.isPresent() && !isNull(properties.get())) {
      diagnostics().error(written.keyAt("Properties"),
          "the properties of '" + Text.shown(id) + "' are no object; they are treated as empty");
    }
    return empty(properties.isPresent() ? written.keyAt("Properties") : at);
  }

  private static boolean isNull(Tree tree) {
    return tree instanceof Tree.Scalar scalar && (scalar.kind() == Tree.Kind.NULL || scalar.text().isBlank());
  }

  private static Value.Mapping empty(Span at) {
    return new Value.Mapping(FixedMap.empty(), FixedMap.empty(), at);
  }

  private Value.Mapping attributes(Tree.Mapping written, ConditionSet when) {
    var rest = new FixedMap.Builder<Tree.Entry>(written.entries().size());
    written.entries().forEach((key, entry) -> {
      if (!key.equals("Type") && !key.equals("Properties")) {
        rest.put(key, entry);
      }
    });
    return interpreter.object(new Tree.Mapping(rest.build(), written.at()), when);
  }

  private List<Output> outputs() {
    var outputs = new ArrayList<Output>();
    scope.body().mapping("Outputs").ifPresent(section -> section.entries().forEach((name, entry) -> {
      if (entry.value() instanceof Tree.Mapping written) {
        ConditionSet when = conditionOf(written);
        if (!when.isImpossible()) {
          Optional<Value> export = written.mapping("Export").flatMap(exported -> exported.get("Name"))
              .map(tree -> interpreter.value(tree, when));
          outputs.add(new Output(name, output(written, when, entry.keyAt()), export, when));
        }
      } else if (!name.startsWith("Fn::")) {
        diagnostics().error(entry.keyAt(), "output '" + Text.shown(name) + "' is no object; it is not analysed");
      }
    }));
    return outputs;
  }

  private Value output(Tree.Mapping written, ConditionSet when, Span at) {
    return written.get("Value").map(tree -> interpreter.value(tree, when)).orElseGet(() -> new Value.Absent(at));
  }

  /** The value of the output {@code name}; empty if there is none. */
  Optional<Value> output(String name) {
    return scope.body().mapping("Outputs").flatMap(section -> section.mapping(name))
        .map(written -> output(written, conditionOf(written), written.at()));
  }
}
