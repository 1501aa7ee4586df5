package dev.slguard.template.cloudformation;

import dev.slguard.model.Output;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.template.Evaluated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the stacks of a root export, for Fn::ImportValue of the others. */
public final class Exports {
  private Exports() {}

  /**
   * Exported values by name. A name that several stacks export means nothing and is left out; so is one that holds the
   * stack's own name. A resource of the exporting stack stands as its ARN, where the value is that, else as unknown.
   */
  public static Map<String, Value> of(Collection<Evaluated> stacks) {
    var exports = new TreeMap<String, Value>();
    Set<String> several = new TreeSet<>();
    for (Evaluated stack : stacks) {
      for (Output output : stack.outputs()) {
        Optional<String> name = output.exportName().map(Canonical::spelling)
            .filter(text -> !text.contains("AWS::StackName") && !text.contains("AWS::StackId"));
        if (name.isPresent() && exports.put(name.get(), abroad(output.value(), stack, name.get())) != null) {
          several.add(name.get());
        }
      }
    }
    several.forEach(exports::remove);
    return exports;
  }

  /** {@code value} as another stack sees it, to which the logical ids of this one say nothing. */
  private static Value abroad(Value value, Evaluated stack, String name) {
    Span at = value.at();
    return switch (value) {
      case Value.Scalar _,Value.Unknown _,Value.Absent _ -> value;
      case Value.Reference(String id, String attribute, _) -> {
        var resource = stack.resources().get(id);
        boolean arn = resource != null
            && ResourceTypes.of(resource.type()).filter(type -> type.isArn(attribute)).isPresent();
        Optional<Value> text = arn && resource != null ? ResourceArns.of(resource, "aws") : Optional.empty();
        yield text.map(found -> withoutReferences(found, name)).orElseGet(() -> unknown(name, at));
      }
      case Value.Text _ -> withoutReferences(value, name);
      case Value.Choice _,Value.Listing _,Value.Mapping _ -> unknown(name, at);
    };
  }

  private static Value withoutReferences(Value value, String name) {
    if (!(value instanceof Value.Text(var parts, Span at))) {
      return value instanceof Value.Reference reference ? unknown(name, reference.at()) : value;
    }
    List<Value> all = new ArrayList<>();
    for (Value part : parts) {
      all.add(part instanceof Value.Reference || part instanceof Value.Choice ? unknown(name, at) : part);
    }
    return new Value.Text(all, at);
  }

  private static Value unknown(String name, Span at) {
    return new Value.Unknown(Value.Origin.IMPORT, name, at);
  }
}
