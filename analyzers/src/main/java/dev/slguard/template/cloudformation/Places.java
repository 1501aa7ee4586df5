package dev.slguard.template.cloudformation;

import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.LinkedHashMap;

/** Moves a value to the place where it is used, as a parameter's default is. */
final class Places {
  private Places() {}

  /** {@code value} and all inside it, at {@code at}. */
  static Value moved(Value value, Span at) {
    return switch (value) {
      case Value.Scalar scalar -> new Value.Scalar(scalar.text(), scalar.kind(), at);
      case Value.Text text -> new Value.Text(text.parts().stream().map(part -> moved(part, at)).toList(), at);
      case Value.Listing list -> new Value.Listing(list.items().stream().map(item -> moved(item, at)).toList(), at);
      case Value.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Value>();
        mapping.entries().forEach((key, entry) -> entries.put(key, moved(entry, at)));
        yield new Value.Mapping(entries, new LinkedHashMap<>(), at);
      }
      case Value.Reference reference -> new Value.Reference(reference.logicalId(), reference.attribute(), at);
      case Value.Choice choice ->
        new Value.Choice(choice.condition(), moved(choice.whenTrue(), at), moved(choice.whenFalse(), at), at);
      case Value.Unknown unknown -> new Value.Unknown(unknown.origin(), unknown.detail(), at);
      case Value.Absent _ -> new Value.Absent(at);
    };
  }
}
