package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.ConditionSet.Formula;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.FixedMap;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.Unresolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the trees of one template into values. Never throws: what cannot be evaluated gives a diagnostic and an unknown
 * value. Recursion is safe, since the reader bounds depth and a Ref is never followed into the resource it names.
 */
final class Interpreter {
  private final Scope scope;
  private final Shared shared;
  private final NestedStacks nested;
  private final Diagnostics diagnostics;
  private final Budget budget;
  private final Conditions conditions;
  private final TextFunctions texts;
  private final ListFunctions lists;
  private final Includes includes;
  private final Set<String> openArns = new HashSet<>();
  private boolean spent;

  Interpreter(Scope scope, Shared shared, NestedStacks nested, ConditionSet base) {
    this.scope = scope;
    this.shared = shared;
    this.nested = nested;
    this.diagnostics = shared.diagnostics();
    this.budget = shared.budget();
    this.conditions = new Conditions(scope, this, shared, base);
    this.texts = new TextFunctions(this);
    this.lists = new ListFunctions(this);
    this.includes = new Includes(this);
  }

  Scope scope() {
    return scope;
  }

  Root root() {
    return shared.root();
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Conditions conditions() {
    return conditions;
  }

  /** The path of {@code location} as a file beside the template; empty if there is none inside the root. */
  Optional<String> localFile(String location) {
    return Root.resolve(scope.file(), location).filter(path -> !path.isEmpty() && shared.root().isFile(path));
  }

  /** {@code name} with the prefix of the nested stack before it. */
  String prefixed(String name) {
    return scope.prefix() + name;
  }

  /** The value of {@code tree}, which applies under {@code when}. */
  Value value(Tree tree, ConditionSet when) {
    if (!budget.takeValue()) {
      if (!spent) {
        spent = true;
        diagnostics.error(tree.at(), "the template asks for more values than are made; from here on it is unknown");
      }
      return unknown("too large", tree.at());
    }
    return switch (tree) {
      case Tree.Scalar scalar -> scalar(scalar);
      case Tree.Sequence(var items, Span at) -> listing(items, at, when);
      case Tree.Mapping mapping -> mapping(mapping, when);
    };
  }

  private Value scalar(Tree.Scalar scalar) {
    var value = new Value.Scalar(Parameters.text(scalar), scalar.kind(), scalar.at());
    return scalar.kind() == Tree.Kind.TEXT && DynamicReferences.mayHold(scalar.text())
        ? stored(new TextParts(scalar.at()).add(scalar.text()).build())
        : value;
  }

  private Value listing(List<Tree> items, Span at, ConditionSet when) {
    var values = new ArrayList<Value>(items.size());
    for (Tree item : items) {
      Value value = value(item, when);
      if (!(value instanceof Value.Absent)) {
        values.add(value);
      }
    }
    return new Value.Listing(values, at);
  }

  private Value mapping(Tree.Mapping mapping, ConditionSet when) {
    Optional<Map.Entry<String, Tree.Entry>> single = mapping.single();
    if (single.isPresent() && isFunction(single.get().getKey())) {
      return call(single.get().getKey(), single.get().getValue().value(), mapping.at(), when);
    }
    return object(mapping, when);
  }

  /** An object whose keys are data; a Fn::Transform beside others adds what it includes. */
  Value.Mapping object(Tree.Mapping mapping, ConditionSet when) {
    var entries = new FixedMap.Builder<Value>(mapping.entries().size());
    var keys = new FixedMap.Builder<Span>(mapping.entries().size());
    mapping.entries().forEach((key, entry) -> {
      if (key.equals("Fn::Transform")
          && includes.transform(entry.value(), entry.keyAt(), when) instanceof Value.Mapping included) {
        included.entries().forEach(entries::put);
        included.keys().forEach(keys::put);
        return;
      }
      Value value = value(entry.value(), when);
      if (!(value instanceof Value.Absent)) {
        entries.put(key, value);
        keys.put(key, entry.keyAt());
      }
    });
    return new Value.Mapping(entries.build(), keys.build(), mapping.at());
  }

  private static boolean isFunction(String key) {
    return key.equals("Ref") || key.startsWith("Fn::") || key.startsWith("Rain::");
  }

  private Value call(String function, Tree argument, Span at, ConditionSet when) {
    return switch (function) {
      case "Ref" -> ref(argument, at, when);
      case "Fn::GetAtt" -> attribute(argument, at, when);
      case "Fn::If" -> choice(argument, at, when);
      case "Fn::Sub" -> stored(texts.sub(argument, at, when));
      case "Fn::Join" -> stored(texts.join(argument, at, when));
      case "Fn::Split" -> texts.split(argument, at, when);
      case "Fn::Base64" -> Places.moved(value(argument, when), at);
      case "Fn::ToJsonString" -> texts.json(argument, at, when);
      case "Fn::Select" -> lists.select(argument, at, when);
      case "Fn::FindInMap" -> lists.findInMap(argument, at, when);
      case "Fn::Cidr" -> lists.cidr(argument, at, when);
      case "Fn::Length" -> lists.length(argument, at, when);
      case "Fn::GetAZs" -> new Value.Unknown(Value.Origin.PSEUDO,
          "availability zones of " + Canonical.spelling(value(argument, when)), at);
      case "Fn::ImportValue" -> imported(value(argument, when), at);
      case "Fn::GetStackOutput" ->
        new Value.Unknown(Value.Origin.IMPORT, Canonical.spelling(value(argument, when)), at);
      case "Fn::Transform" -> includes.transform(argument, at, when);
      case Unresolved.FUNCTION -> Unresolved.value(argument, at);
      default -> {
        diagnostics.note(at, "'" + Text.shown(function) + "' is not a function that can be evaluated; its result is"
            + " treated as unknown");
        yield new Value.Unknown(Value.Origin.MACRO, Text.shown(function), at);
      }
    };
  }

  /** What another stack exports under {@code name}. */
  private Value imported(Value name, Span at) {
    String spelling = Canonical.spelling(name);
    return shared.siblings().export(spelling, at).orElseGet(() -> new Value.Unknown(Value.Origin.IMPORT, spelling, at));
  }

  /** {@code value} with what a sibling writes to the parameter store, where that names a resource. */
  private Value stored(Value value) {
    return switch (value) {
      case Value.Unknown(var origin, String detail, Span at) when origin == Value.Origin.DYNAMIC_REFERENCE
          && detail.startsWith("ssm:") ->
        shared.siblings().stored(detail.substring("ssm:".length()), at).orElse(value);
      case Value.Text(var parts, Span at) when parts.stream().anyMatch(Interpreter::isStored) -> {
        var known = new TextParts(at);
        parts.forEach(part -> known.add(stored(part)));
        yield known.build();
      }
      case Value.Scalar _,Value.Text _,Value.Listing _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ ->
        value;
    };
  }

  private static boolean isStored(Value value) {
    return value instanceof Value.Unknown unknown && unknown.origin() == Value.Origin.DYNAMIC_REFERENCE;
  }

  private Value ref(Tree argument, Span at, ConditionSet when) {
    Optional<String> name = name(argument, when);
    return name.isPresent() ? named(name.get(), at) : malformed(at, "'Ref' needs the name of a parameter or resource");
  }

  /** What the bare name {@code name} stands for in Ref and Fn::Sub. */
  Value named(String name, Span at) {
    Optional<Value> found = scope.named(name, at);
    return found.isPresent()
        ? stored(found.get())
        : malformed(at, "'" + Text.shown(name) + "' is neither a parameter nor a resource of this template");
  }

  /** The name that {@code tree} spells, perhaps by a function as the language extensions allow; empty if unknown. */
  Optional<String> name(Tree tree, ConditionSet when) {
    if (tree instanceof Tree.Scalar scalar) {
      return scalar.kind() == Tree.Kind.NULL ? Optional.empty() : Optional.of(scalar.text());
    }
    return value(tree, when) instanceof Value.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private Value attribute(Tree argument, Span at, ConditionSet when) {
    if (argument instanceof Tree.Sequence(var items, _) && items.size() >= 2) {
      Optional<String> id = name(items.getFirst(), when);
      Value attribute = attributeName(items, when);
      if (id.isPresent() && attribute instanceof Value.Scalar scalar) {
        return attributeOf(id.get(), scalar.text(), at);
      }
      return id.isPresent() && !(attribute instanceof Value.Listing || attribute instanceof Value.Mapping)
          ? new Value.Unknown(Value.Origin.PARAMETER, id.get() + '.' + Canonical.spelling(attribute), at)
          : malformed(at, "'Fn::GetAtt' needs the name of a resource and of an attribute");
    }
    if (argument instanceof Tree.Scalar(String text, _, _) && text.indexOf('.') > 0) {
      int dot = text.indexOf('.');
      return attributeOf(text.substring(0, dot), text.substring(dot + 1), at);
    }
    return malformed(at, "'Fn::GetAtt' needs the name of a resource and of an attribute");
  }

  /** The list form has two items; more are what a dotted attribute looks like when split at every dot. */
  private Value attributeName(List<Tree> items, ConditionSet when) {
    if (items.size() == 2) {
      return value(items.get(1), when);
    }
    var parts = new TextParts(items.get(1).at());
    for (int i = 1; i < items.size(); i++) {
      parts.add(i == 1 ? "" : ".").add(value(items.get(i), when));
    }
    return parts.build();
  }

  /** Fn::GetAtt of {@code id}, in long form or as a dotted name within Fn::Sub. */
  Value attributeOf(String id, String attribute, Span at) {
    Optional<Value> found = attribute.startsWith("Outputs.")
        ? nested.output(id, attribute.substring("Outputs.".length()), at)
        : Optional.empty();
    found = found.or(() -> scope.attribute(id, attribute, at));
    return found.isPresent() ? found.get() : malformed(at, "'" + Text.shown(id) + "' is no resource of this template");
  }

  private Value choice(Tree argument, Span at, ConditionSet when) {
    if (!(argument instanceof Tree.Sequence(var items, _)) || items.size() != 3
        || !(items.getFirst() instanceof Tree.Scalar(String condition, Tree.Kind kind, Span conditionAt))
        || kind == Tree.Kind.NULL) {
      int found = argument instanceof Tree.Sequence(var items, _) ? items.size() : 1;
      return malformed(at, "'Fn::If' needs the name of a condition and 2 values, found " + found + " items");
    }
    Formula formula = conditions.named(condition, conditionAt);
    return switch (conditions.decide(formula, when)) {
      case TRUE -> value(items.get(1), when);
      case FALSE -> value(items.get(2), when);
      case UNKNOWN -> new Value.Choice(prefixed(condition), arm(items.get(1), Conditions.narrowed(when, formula), at),
          arm(items.get(2), Conditions.narrowed(when, new Formula.Not(formula)), at), at);
    };
  }

  private Value arm(Tree tree, ConditionSet when, Span at) {
    Value value = value(tree, when);
    return value instanceof Value.Absent ? new Value.Absent(at) : value;
  }

  /** The text of an ARN that {@code reference} gives; empty if it gives anything else or its form is not known. */
  Optional<Value> arn(Value.Reference reference) {
    Optional<StackEvaluation> owner = shared.siblings().owner(reference.logicalId());
    if (owner.isPresent() && owner.get().interpreter() != this) {
      return owner.get().interpreter().arn(reference);
    }
    Optional<Tree.Mapping> written = resource(reference);
    Optional<String> type = written.flatMap(resource -> resource.text("Type"));
    if (type.flatMap(ResourceTypes::of).filter(known -> known.isArn(reference.attribute())).isEmpty()
        || !openArns.add(reference.logicalId())) {
      return Optional.empty();
    }
    Span at = reference.at();
    Optional<Value> arn = ResourceArns.of(reference.logicalId(), type.orElse(""),
        name -> written.flatMap(resource -> resource.mapping("Properties")).flatMap(properties -> properties.get(name))
            .map(tree -> value(tree, ConditionSet.ALWAYS)).orElseGet(() -> new Value.Absent(at)),
        scope.partition(), at);
    openArns.remove(reference.logicalId());
    return arn;
  }

  /** Whether {@code reference} gives the name of a resource, not its ARN or address. */
  boolean isName(Value.Reference reference) {
    Optional<StackEvaluation> owner = shared.siblings().owner(reference.logicalId());
    if (owner.isPresent() && owner.get().interpreter() != this) {
      return owner.get().interpreter().isName(reference);
    }
    if (!reference.attribute().isEmpty()) {
      return reference.attribute().endsWith("Name");
    }
    return resource(reference).flatMap(resource -> resource.text("Type")).flatMap(ResourceTypes::of)
        .filter(type -> type.reference().size() == 1 && type.reference().getFirst().endsWith("Name")).isPresent();
  }

  private Optional<Tree.Mapping> resource(Value.Reference reference) {
    String id = reference.logicalId();
    return id.startsWith(scope.prefix())
        ? scope.resources().flatMap(section -> section.mapping(id.substring(scope.prefix().length())))
        : Optional.empty();
  }

  /** A diagnostic that begins with {@code problem}, and the unknown value that stands for the result. */
  Value malformed(Span at, String problem) {
    diagnostics.error(at, problem + "; the value is treated as unknown");
    return unknown(problem, at);
  }

  private static Value unknown(String problem, Span at) {
    return new Value.Unknown(Value.Origin.MALFORMED, problem, at);
  }
}
