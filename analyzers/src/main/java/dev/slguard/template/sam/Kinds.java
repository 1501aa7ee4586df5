package dev.slguard.template.sam;

import dev.slguard.source.Tree;
import java.util.List;
import java.util.Map;

/** Properties whose value must be an object, a list or a text. */
final class Kinds {
  private enum Kind {
    OBJECT, LIST, TEXT
  }

  private record Property(String name, Kind kind) {}

  /** By type, sorted by name. */
  private static final Map<String, List<Property>> OF = Map.of("AWS::Serverless::Function",
      List.of(new Property("DeadLetterQueue", Kind.OBJECT), new Property("Environment", Kind.OBJECT),
          new Property("EventInvokeConfig", Kind.OBJECT), new Property("Events", Kind.OBJECT),
          new Property("Handler", Kind.TEXT), new Property("Layers", Kind.LIST), new Property("Runtime", Kind.TEXT),
          new Property("Tags", Kind.OBJECT), new Property("VpcConfig", Kind.OBJECT)),
      "AWS::Serverless::Api",
      List.of(
          new Property("Models", Kind.OBJECT), new Property("StageName", Kind.TEXT), new Property("Tags", Kind.OBJECT)),
      "AWS::Serverless::StateMachine",
      List.of(new Property("Definition", Kind.OBJECT), new Property("DefinitionSubstitutions", Kind.OBJECT),
          new Property("Events", Kind.OBJECT)),
      "AWS::Serverless::SimpleTable",
      List.of(new Property("PrimaryKey", Kind.OBJECT), new Property("SSESpecification", Kind.OBJECT)),
      "AWS::Serverless::HttpApi", List.of(new Property("StageVariables", Kind.OBJECT)));

  private Kinds() {}

  static void check(SamTemplate template, Owner owner) {
    Tree.Mapping properties = owner.properties();
    for (Property property : OF.getOrDefault(owner.type(), List.of())) {
      String name = property.name();
      Tree.Entry entry = properties.entries().get(name);
      if (entry != null && !Intrinsics.isNull(entry.value()) && !Intrinsics.isFunction(entry.value())
          && !fits(property.kind(), entry.value())) {
        template.error(owner, owner.placeOf(name), name + switch (property.kind()) {
          case OBJECT -> " is no object";
          case LIST -> " is no list";
          case TEXT -> " is no text";
        });
      }
    }
  }

  private static boolean fits(Kind wanted, Tree value) {
    return switch (wanted) {
      case OBJECT -> value instanceof Tree.Mapping;
      case LIST -> value instanceof Tree.Sequence;
      case TEXT -> value instanceof Tree.Scalar;
    };
  }
}
