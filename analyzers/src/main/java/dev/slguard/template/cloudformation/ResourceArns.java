package dev.slguard.template.cloudformation;

import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.Optional;

/**
 * The ARN of a resource of the same deployment as a text with holes: {@code arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:}
 * and its name, or a reference to it where deployment makes the name.
 */
public final class ResourceArns {
  private ResourceArns() {}

  /** Gives the properties of the resource. */
  interface Properties {
    Value of(String name);
  }

  /** The ARN of {@code resource} in {@code partition}; empty if its type has none or is not known. */
  public static Optional<Value> of(Resource resource, String partition) {
    return of(resource.id(), resource.type(), resource::property, partition, resource.provenance().at());
  }

  static Optional<Value> of(String id, String type, Properties properties, String partition, Span at) {
    return ResourceTypes.of(type).flatMap(ResourceTypes.Type::arn).map(form -> {
      var parts = new TextParts(at).add("arn:" + partition + ':');
      int from = 0;
      for (int open = form.indexOf("${"); open >= 0; open = form.indexOf("${", from)) {
        int close = form.indexOf('}', open);
        head(form.substring(from, open), parts, at);
        name(form.substring(open + 2, close), id, type, properties, parts, at);
        from = close + 1;
      }
      head(form.substring(from), parts, at);
      return parts.build();
    });
  }

  /** Literal text of the form, with region and account as the symbols they are. */
  private static void head(String text, TextParts parts, Span at) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alone = (i == 0 || text.charAt(i - 1) == ':') && (i + 1 == text.length() || text.charAt(i + 1) == ':');
      if (alone && (c == 'R' || c == 'A')) {
        parts.add(text.substring(from, i))
            .add(new Value.Unknown(Value.Origin.PSEUDO, c == 'R' ? "AWS::Region" : "AWS::AccountId", at));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
  }

  private static void name(String property, String id, String type, Properties properties, TextParts parts, Span at) {
    boolean refIsArn = ResourceTypes.of(type).filter(ResourceTypes.Type::refIsArn).isPresent();
    var reference = new Value.Reference(id, refIsArn ? property : "", at);
    switch (type) {
      case "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group" -> {
        if (properties.of("Path") instanceof Value.Scalar path && path.text().startsWith("/")) {
          parts.add(path.text().substring(1));
        }
        String own = type.substring(type.lastIndexOf(':') + 1) + "Name";
        given(own, properties, reference, parts);
      }
      case "AWS::SecretsManager::Secret" -> {
        // Secrets Manager appends a hyphen and six characters of its own.
        given("Name", properties, reference, parts);
        if (!(properties.of("Name") instanceof Value.Absent)) {
          parts.add("-").add(reference);
        }
      }
      default -> given(properties.of(property) instanceof Value.Absent && property.endsWith("Name") ? "Name" : property,
          properties, reference, parts);
    }
  }

  /** The property {@code name}; a reference to the resource if deployment makes the name or it is no text. */
  private static void given(String name, Properties properties, Value.Reference reference, TextParts parts) {
    Value value = properties.of(name);
    if (value instanceof Value.Absent || !parts.add(value)) {
      parts.add(reference);
    }
  }
}
