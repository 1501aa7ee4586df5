package dev.slguard.template.serverless.event;

import dev.slguard.model.Value;
import dev.slguard.source.Tree;
import dev.slguard.template.Unresolved;
import dev.slguard.template.serverless.service.Config;
import java.util.List;
import java.util.Optional;

/** Names of queues, streams and topics as they enter logical ids. */
final class ResourceName {
  private ResourceName() {}

  /** The name in {@code arn}: the last part of a text, the resource of a GetAtt, the export, the end of a Join. */
  static String ofArn(Tree arn, char separator) {
    Optional<String> text = Config.text(arn);
    if (text.isPresent()) {
      return text.get().substring(text.get().lastIndexOf(separator) + 1);
    }
    Optional<List<String>> attribute = Config.attribute(arn);
    if (attribute.isPresent()) {
      return attribute.get().getFirst();
    }
    return ofCall(arn);
  }

  private static String ofCall(Tree arn) {
    if (!(arn instanceof Tree.Mapping mapping)) {
      return "";
    }
    Optional<Unresolved> unresolved = Unresolved.of(arn);
    if (unresolved.isPresent()) {
      return unresolved.get().detail();
    }
    Optional<String> single = mapping.text("Fn::ImportValue").or(() -> mapping.text("Ref"));
    if (single.isPresent()) {
      return single.get();
    }
    return mapping.get("Fn::Join").or(() -> mapping.get("Fn::Sub")).map(ResourceName::last).orElse("");
  }

  private static String last(Tree argument) {
    return switch (argument) {
      case Tree.Scalar(String text, _, _) -> text.substring(text.lastIndexOf(':') + 1);
      case Tree.Sequence(var items, _) when items.size() == 2 && items.get(1) instanceof Tree.Sequence(var parts, _)
          && !parts.isEmpty() ->
        ofArn(parts.getLast(), ':');
      case Tree.Sequence(var items, _) when !items.isEmpty() -> last(items.getFirst());
      case Tree.Sequence _,Tree.Mapping _ -> "";
    };
  }

  /** An ARN that is missing where one is needed. */
  static Tree missing(Tree.Mapping settings) {
    return new Unresolved(Value.Origin.MALFORMED, "arn").at(settings.at());
  }
}
