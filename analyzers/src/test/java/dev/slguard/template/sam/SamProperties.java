package dev.slguard.template.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.Evaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Laws of expansion over templates in which any property may be anything. */
class SamProperties {
  private static final Span AT = Span.startOf("template.yaml");
  private static final String[] EVENTS = {"Api", "HttpApi", "S3", "SNS", "SQS", "Kinesis", "DynamoDB", "MSK", "MQ",
      "SelfManagedKafka", "DocumentDB", "Schedule", "ScheduleV2", "CloudWatchEvent", "EventBridgeRule",
      "CloudWatchLogs", "IoTRule", "AlexaSkill", "Cognito", "Nonsense"};
  private static final String[] EVENT_KEYS = {"Path", "Method", "RestApiId", "ApiId", "Auth", "Bucket", "Events",
      "Topic", "SqsSubscription", "Queue", "Stream", "Broker", "Cluster", "Schedule", "Pattern", "DeadLetterConfig",
      "LogGroupName", "Sql", "UserPool", "Trigger", "RequestModel", "RequestParameters", "RouteSettings",
      "SourceAccessConfigurations", "DestinationConfig", "SchemaRegistryConfig", "Target", "RoleArn", "Queues"};
  private static final String[] WORDS = {"A", "B", "C", "Api", "NONE", "AWS_IAM", "SQS", "SNS", "/x", "/{id}", "get",
      "any", "Ref", "Fn::If", "Fn::GetAtt", "Fn::Sub", "Type", "Properties", "Authorizer", "Authorizers",
      "DefaultAuthorizer", "Statement", "DynamoDBReadPolicy", "TableName", "true", "live", "s3://b/k", "${A.Arn}",
      "Arn", "OnSuccess", "OnFailure", "Destination", "paths", "openapi", "swagger", "*", "", "AWS::NoValue"};

  @Property(tries = 1500)
  void expansion_never_throws_and_is_deterministic_and_idempotent(@ForAll("templates") Tree.Mapping template)
      throws IOException {
    var root = new Root(Path.of("."), Limits.DEFAULT);
    Expansion first = expand(template, root);
    assertThat(expand(template, root)).isEqualTo(first);
    assertThat(expand(first.body(), root).body()).isEqualTo(first.body());
    Evaluator.evaluate(first, root, TemplateOptions.NONE, new Diagnostics());
  }

  private static Expansion expand(Tree.Mapping template, Root root) {
    return new SamFormat().expand("template.yaml", template, root, TemplateOptions.NONE, new Diagnostics()).getFirst();
  }

  @Provide
  Arbitrary<Tree.Mapping> templates() {
    Arbitrary<Tree> resources = Arbitraries.of("Function", "Api", "HttpApi", "WebSocketApi", "StateMachine",
        "SimpleTable", "LayerVersion", "Application", "Connector", "GraphQLApi", "CapacityProvider", "WebFunction")
        .flatMap(SamProperties::resource);
    Arbitrary<Tree> globals = entries(Arbitraries.of("Function", "Api", "HttpApi"), trees(2));
    return Combinators.combine(entries(Arbitraries.of("A", "B", "C", "D", "Api"), resources), globals, trees(2)).as(
        (all, global, conditions) -> mapping(Map.of("Resources", all, "Globals", global, "Conditions", conditions)));
  }

  private static Arbitrary<Tree> resource(String type) {
    List<String> names = List.copyOf(ResourceProperties.of("AWS::Serverless::" + type));
    Arbitrary<Tree> properties = entries(Arbitraries.of(names), trees(3));
    Arbitrary<Tree> events = entries(Arbitraries.of("E", "F"),
        Combinators.combine(Arbitraries.of(EVENTS), entries(Arbitraries.of(EVENT_KEYS), trees(2)))
            .as((event, values) -> mapping(Map.of("Type", text(event), "Properties", values))));
    return Combinators.combine(properties, events, trees(1), Arbitraries.of(true, false)).as((own, some, odd, with) -> {
      var all = new TreeMap<String, Tree>();
      ((Tree.Mapping) own).entries().forEach((key, entry) -> all.put(key, entry.value()));
      if (with) {
        all.put("Events", some);
      }
      return mapping(Map.of("Type", text("AWS::Serverless::" + type), "Properties", mapping(all), "Condition", odd,
          "Connectors", odd, "DependsOn", odd));
    });
  }

  private static Arbitrary<Tree> trees(int depth) {
    Arbitrary<Tree> scalars = Combinators.combine(Arbitraries.of(WORDS), Arbitraries.of(Tree.Kind.class))
        .as((word, kind) -> new Tree.Scalar(kind == Tree.Kind.NULL ? "" : word, kind, AT));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Tree> inner = trees(depth - 1);
    return Arbitraries.oneOf(scalars, inner.list().ofMaxSize(3).map(items -> new Tree.Sequence(items, AT)),
        entries(Arbitraries.of(WORDS), inner));
  }

  private static Arbitrary<Tree> entries(Arbitrary<String> keys, Arbitrary<Tree> values) {
    return Combinators.combine(keys, values).as(Tuple::of).list().ofMaxSize(4).map(list -> {
      var all = new TreeMap<String, Tree>();
      list.forEach(entry -> all.put(entry.get1(), entry.get2()));
      return mapping(all);
    });
  }

  private static Tree text(String text) {
    return Tree.Scalar.text(text, AT);
  }

  private static Tree.Mapping mapping(Map<String, ? extends Tree> values) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    new TreeMap<>(values).forEach((key, value) -> entries.put(key, new Tree.Entry(AT, value)));
    return new Tree.Mapping(entries, AT);
  }
}
