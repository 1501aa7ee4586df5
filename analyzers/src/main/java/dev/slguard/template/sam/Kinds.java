package dev.slguard.template.sam;

import dev.slguard.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Properties whose value must be an object, a list or a text. */
final class Kinds {
  private enum Kind {
    OBJECT, LIST, TEXT
  }

  private static final Map<String, Map<String, Kind>> OF = Map.of("AWS::Serverless::Function",
      Map.of("Environment", Kind.OBJECT, "Events", Kind.OBJECT, "Tags", Kind.OBJECT, "EventInvokeConfig", Kind.OBJECT,
          "DeadLetterQueue", Kind.OBJECT, "VpcConfig", Kind.OBJECT, "Layers", Kind.LIST, "Handler", Kind.TEXT,
          "Runtime", Kind.TEXT),
      "AWS::Serverless::Api", Map.of("StageName", Kind.TEXT, "Tags", Kind.OBJECT, "Models", Kind.OBJECT),
      "AWS::Serverless::StateMachine",
      Map.of("Definition", Kind.OBJECT, "DefinitionSubstitutions", Kind.OBJECT, "Events", Kind.OBJECT),
      "AWS::Serverless::SimpleTable", Map.of("PrimaryKey", Kind.OBJECT, "SSESpecification", Kind.OBJECT),
      "AWS::Serverless::HttpApi", Map.of("StageVariables", Kind.OBJECT));

  private Kinds() {}

  static void check(SamTemplate template, Owner owner) {
    Map<String, Kind> kinds = OF.getOrDefault(owner.type(), Map.of());
    for (String name : List.copyOf(kinds.keySet()).stream().sorted().toList()) {
      Optional<Tree> value = owner.property(name)
          .filter(tree -> !Intrinsics.isNull(tree) && !Intrinsics.isFunction(tree));
      Kind wanted = kinds.getOrDefault(name, Kind.TEXT);
      if (value.isPresent() && !fits(wanted, value.get())) {
        template.error(owner, owner.placeOf(name), name + switch (wanted) {
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
