package dev.slguard.template.cloudformation;

import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.TemplateOptions;
import java.util.Optional;

/**
 * What names mean in one template: parameters, pseudo parameters and resources.
 *
 * @param file path of the template: relative files are looked up beside it
 * @param prefix put before logical ids; {@code Parent/} in a nested stack, else empty
 */
record Scope(String file, Tree.Mapping body, String prefix, Parameters parameters, TemplateOptions options) {

  /** The section Mappings. */
  Optional<Tree.Mapping> mappings() {
    return body.mapping("Mappings");
  }

  /** The section Resources. */
  Optional<Tree.Mapping> resources() {
    return body.mapping("Resources");
  }

  /** What the name {@code name} stands for; empty if nothing of that name is declared. */
  Optional<Value> named(String name, Span at) {
    if (name.startsWith("AWS::")) {
      return Optional.of(pseudo(name, at));
    }
    return parameters.value(name, at).or(
        () -> resources().filter(section -> section.has(name)).map(_ -> new Value.Reference(prefix + name, "", at)));
  }

  /** The attribute {@code attribute} of the resource {@code id}; empty if there is no such resource. */
  Optional<Value> attribute(String id, String attribute, Span at) {
    return resources().filter(section -> section.has(id)).map(_ -> new Value.Reference(prefix + id, attribute, at));
  }

  /** Partition and suffix follow the region and are those of {@code aws} unless configured; the rest stays a symbol. */
  private Value pseudo(String name, Span at) {
    return switch (name) {
      case "AWS::NoValue" -> new Value.Absent(at);
      case "AWS::Region" -> options.region().<Value>map(region -> Value.Scalar.text(region, at))
          .orElseGet(() -> new Value.Unknown(Value.Origin.PSEUDO, name, at));
      case "AWS::Partition" -> Value.Scalar.text(partition(), at);
      case "AWS::URLSuffix" ->
        Value.Scalar.text(partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com", at);
      default -> new Value.Unknown(Value.Origin.PSEUDO, name, at);
    };
  }

  /** The partition: as configured or as the region tells, else {@code aws}. */
  String partition() {
    String region = options.region().orElse("");
    return options.partition()
        .orElse(region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws");
  }
}
