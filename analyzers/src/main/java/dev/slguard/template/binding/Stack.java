package dev.slguard.template.binding;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.template.Evaluated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** The resources of one deployment, found by type, by what a value names, and by paths through their properties. */
final class Stack {
  static final String FUNCTION = "AWS::Lambda::Function";
  static final String STATE_MACHINE = "AWS::StepFunctions::StateMachine";

  /** The property that gives a resource of each type its physical name, where that is not {@code Name}. */
  private static final Map<String, String> NAMES = Map.ofEntries(Map.entry(FUNCTION, "FunctionName"),
      Map.entry(STATE_MACHINE, "StateMachineName"), Map.entry("AWS::SQS::Queue", "QueueName"),
      Map.entry("AWS::SNS::Topic", "TopicName"), Map.entry("AWS::DynamoDB::Table", "TableName"),
      Map.entry("AWS::DynamoDB::GlobalTable", "TableName"), Map.entry("AWS::S3::Bucket", "BucketName"),
      Map.entry("AWS::IAM::Role", "RoleName"), Map.entry("AWS::IAM::User", "UserName"),
      Map.entry("AWS::IAM::Group", "GroupName"), Map.entry("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
      Map.entry("AWS::Logs::LogGroup", "LogGroupName"), Map.entry("AWS::Cognito::UserPool", "UserPoolName"),
      Map.entry("AWS::ApiGateway::DomainName", "DomainName"), Map.entry("AWS::ApiGatewayV2::DomainName", "DomainName"),
      Map.entry("AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName"),
      Map.entry("AWS::ECR::Repository", "RepositoryName"), Map.entry("AWS::MSK::Cluster", "ClusterName"),
      Map.entry("AWS::Backup::BackupVault", "BackupVaultName"));

  /** Longest chain of aliases and versions that is followed. */
  private static final int HOPS = 6;

  private final Evaluated evaluated;
  private final Root root;
  private final Diagnostics diagnostics;
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Map<String, List<String>> byName = new LinkedHashMap<>();
  private final Map<String, Optional<SourceFile>> files = new HashMap<>();

  Stack(Evaluated evaluated, Root root, Diagnostics diagnostics) {
    this.evaluated = evaluated;
    this.root = root;
    this.diagnostics = diagnostics;
    for (Resource resource : evaluated.resources().values()) {
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
      String spelling = Spelling.of(resource.property(NAMES.getOrDefault(resource.type(), "Name")));
      if (!spelling.isEmpty()) {
        byName.computeIfAbsent(spelling, _ -> new ArrayList<>()).add(resource.id());
      }
    }
  }

  Evaluated evaluated() {
    return evaluated;
  }

  Root root() {
    return root;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The file {@code path}, read once; empty and a diagnostic at {@code asker} if it cannot be read. */
  Optional<SourceFile> file(String path, Span asker) {
    Optional<SourceFile> known = files.get(path);
    if (known == null) {
      known = root.read(path, asker, diagnostics);
      files.put(path, known);
    }
    return known;
  }

  SequencedMap<String, Resource> resources() {
    return evaluated.resources();
  }

  /** The resources of {@code type}, in the order written. */
  List<Resource> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  Optional<Resource> resource(String id) {
    return Optional.ofNullable(evaluated.resources().get(id));
  }

  /** The resource {@code id} if it is of {@code type}. */
  Optional<Resource> resource(String id, String type) {
    return resource(id).filter(resource -> resource.type().equals(type));
  }

  /** Every value under {@code path} of the properties of {@code resource}: see {@link #find(Found, String)}. */
  List<Found> find(Resource resource, String path) {
    return find(new Found(resource.properties(), resource.conditions()), path);
  }

  /** Every value under {@code path} of {@code value}, which always exists. */
  List<Found> find(Value value, String path) {
    return find(new Found(value, ConditionSet.ALWAYS), path);
  }

  /**
   * Every value under {@code path}, through both arms of each Fn::If on the way; absent ones are left out.
   *
   * @param path keys joined by dots; {@code Targets[].Arn} goes through the items of a list (a single value counts as a
   *     list of one), {@code *} through all entries of an object
   */
  List<Found> find(Found from, String path) {
    List<Found> found = arms(from);
    for (String step : path.split("\\.", -1)) {
      var next = new ArrayList<Found>();
      for (Found each : found) {
        enter(each, step, next);
      }
      found = next;
    }
    return found;
  }

  private void enter(Found from, String step, List<Found> next) {
    boolean each = step.endsWith("[]");
    String key = each ? step.substring(0, step.length() - 2) : step;
    if (key.isEmpty()) {
      next.addAll(each ? items(from) : arms(from));
      return;
    }
    if (!(from.value() instanceof Value.Mapping mapping)) {
      return;
    }
    Stream<Value> values = key.equals("*") ? mapping.entries().values().stream() : Stream.of(mapping.get(key));
    values.forEach(value -> {
      var entered = new Found(value, from.conditions());
      next.addAll(each ? items(entered) : arms(entered));
    });
  }

  /** The first known text under {@code path}; empty if there is none. */
  Optional<String> text(Resource resource, String path) {
    return find(resource, path).stream().flatMap(found -> found.text().stream()).findFirst();
  }

  /** The items of a list, through all Fn::If; the value itself if it is no list, nothing if it is absent. */
  List<Found> items(Found from) {
    var items = new ArrayList<Found>();
    for (Found arm : arms(from)) {
      if (arm.value() instanceof Value.Listing(var values, _)) {
        values.forEach(value -> items.addAll(items(new Found(value, arm.conditions()))));
      } else {
        items.add(arm);
      }
    }
    return items;
  }

  /** The arms of {@code from} that are no Fn::If and not absent, each under its own conditions. */
  List<Found> arms(Found from) {
    return allArms(from).stream().filter(arm -> !(arm.value() instanceof Value.Absent)).toList();
  }

  /** The arms of {@code from} that are no Fn::If, each under its own conditions; an arm may be absent. */
  List<Found> allArms(Found from) {
    if (!(from.value() instanceof Value.Choice(String condition, Value whenTrue, Value whenFalse, _))) {
      return List.of(from);
    }
    ConditionSet holds = evaluated.condition(condition);
    var arms = new ArrayList<Found>();
    arms.addAll(allArms(new Found(whenTrue, from.conditions().and(holds))));
    arms.addAll(allArms(new Found(whenFalse, from.conditions().and(new ConditionSet.Formula.Not(holds.formula())))));
    return arms;
  }

  /** All references inside {@code from}, however deep, in the order written. */
  List<Found> references(Found from) {
    var references = new ArrayList<Found>();
    addReferences(from, references);
    return references;
  }

  private void addReferences(Found from, List<Found> references) {
    for (Found arm : arms(from)) {
      switch (arm.value()) {
        case Value.Reference _ -> references.add(arm);
        case Value.Text(var parts, _) ->
          parts.forEach(part -> addReferences(new Found(part, arm.conditions()), references));
        case Value.Listing(var items, _) ->
          items.forEach(item -> addReferences(new Found(item, arm.conditions()), references));
        case Value.Mapping(var entries, _, _) ->
          entries.values().forEach(value -> addReferences(new Found(value, arm.conditions()), references));
        case Value.Scalar _,Value.Unknown _,Value.Choice _,Value.Absent _ -> {
          // No reference inside.
        }
      }
    }
  }

  /**
   * The resources that {@code from} names: by reference, by an ARN with a reference in it, or by a physical name that a
   * resource of this deployment has. Aliases and versions lead to their function or state machine.
   */
  List<Named> named(Found from) {
    var named = new ArrayList<Named>();
    for (Found arm : arms(from)) {
      for (String id : ids(arm.value(), HOPS)) {
        named.add(new Named(id, arm.conditions()));
      }
    }
    return named;
  }

  /** A resource of this deployment that a value names. */
  record Named(String id, ConditionSet conditions) {}

  /** The first resource that {@code value} names, whatever its type. */
  Optional<String> firstNamed(Value value) {
    return named(new Found(value, ConditionSet.ALWAYS)).stream().map(Named::id).findFirst();
  }

  /** The resource that {@code value} names, else the text of it; empty if nothing is known. */
  Optional<String> source(Value value) {
    return firstNamed(value).or(() -> switch (value) {
      case Value.Scalar _,Value.Text _ -> Optional.of(Spelling.of(value));
      case Value.Unknown(_, String detail, _) -> Optional.of("${" + detail + '}');
      case Value.Choice _,Value.Listing _,Value.Mapping _,Value.Reference _,Value.Absent _ -> Optional.empty();
    });
  }

  private List<String> ids(Value value, int hops) {
    return switch (value) {
      case Value.Reference(String id, _, _) -> resource(id).isPresent() ? List.of(follow(id, hops)) : List.of();
      case Value.Text(var parts, _) -> inText(value, parts, hops);
      case Value.Scalar(String text, _, _) -> byText(text);
      case Value.Unknown _,Value.Choice _,Value.Listing _,Value.Mapping _,Value.Absent _ -> List.of();
    };
  }

  /** The first reference in a text that is something to start, else the first one, else the name that the text spells. */
  private List<String> inText(Value whole, List<Value> parts, int hops) {
    List<String> byText = byText(Spelling.of(whole));
    if (!byText.isEmpty()) {
      return byText;
    }
    var referred = new LinkedHashSet<String>();
    for (Value part : parts) {
      for (Found arm : arms(new Found(part, ConditionSet.ALWAYS))) {
        if (arm.value() instanceof Value.Reference(String id, _, _) && resource(id).isPresent()) {
          referred.add(follow(id, hops));
        }
      }
    }
    Optional<String> startable = referred.stream().filter(this::isStartable).findFirst();
    return startable.or(() -> referred.stream().findFirst()).map(List::of).orElse(List.of());
  }

  /** The resources with the physical name that {@code spelling} is or, as an ARN, ends with. */
  private List<String> byText(String spelling) {
    int function = spelling.indexOf(":function:");
    if (function >= 0) {
      List<String> ids = byName.getOrDefault(upTo(spelling.substring(function + ":function:".length())), List.of());
      return ids.stream().filter(id -> resource(id, FUNCTION).isPresent()).toList();
    }
    if (!spelling.startsWith("arn:")) {
      return byName.getOrDefault(spelling, List.of());
    }
    String service = service(spelling);
    return byName.getOrDefault(afterLast(spelling), List.of()).stream()
        .filter(id -> resource(id).map(resource -> resource.type().contains(service)).orElse(false)).toList();
  }

  /** The part of a resource type that belongs to the service of {@code arn}. */
  private static String service(String arn) {
    int partition = arn.indexOf(':', "arn:".length());
    int end = partition < 0 ? -1 : arn.indexOf(':', partition + 1);
    String service = end < 0 ? "" : arn.substring(partition + 1, end);
    return switch (service) {
      case "states" -> "::StepFunctions::";
      case "sqs" -> "::SQS::";
      case "sns" -> "::SNS::";
      case "s3" -> "::S3::";
      case "dynamodb" -> "::DynamoDB::";
      case "kinesis" -> "::Kinesis::";
      case "events" -> "::Events::";
      case "logs" -> "::Logs::";
      case "iam" -> "::IAM::";
      default -> "::";
    };
  }

  /** {@code name} without a qualifier or a path behind it; colons and slashes inside a hole belong to the hole. */
  private static String upTo(String name) {
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (depth == 0 && (c == ':' || c == '/')) {
        return name.substring(0, i);
      }
    }
    return name;
  }

  private static String afterLast(String arn) {
    int depth = 0;
    for (int i = arn.length() - 1; i >= 0; i--) {
      char c = arn.charAt(i);
      if (c == '}') {
        depth++;
      } else if (c == '{') {
        depth--;
      } else if (depth == 0 && (c == ':' || c == '/')) {
        return arn.substring(i + 1);
      }
    }
    return arn;
  }

  /** The function behind an alias, version or URL, the machine behind its alias; any other resource itself. */
  private String follow(String id, int hops) {
    if (hops == 0) {
      return id;
    }
    Value next = resource(id).map(Stack::behind).orElse(new Value.Absent(evaluated.expansion().body().at()));
    return next instanceof Value.Absent ? id : ids(next, hops - 1).stream().findFirst().orElse(id);
  }

  private static Value behind(Resource resource) {
    return switch (resource.type()) {
      case "AWS::Lambda::Alias", "AWS::Lambda::Version" -> resource.property("FunctionName");
      case "AWS::Lambda::Url" -> resource.property("TargetFunctionArn");
      case "AWS::StepFunctions::StateMachineVersion" -> resource.property("StateMachineArn");
      case "AWS::StepFunctions::StateMachineAlias" -> machineVersion(resource);
      default -> new Value.Absent(resource.properties().at());
    };
  }

  private static Value machineVersion(Resource alias) {
    if (alias.property("RoutingConfiguration") instanceof Value.Listing(var items, _) && !items.isEmpty()
        && items.getFirst() instanceof Value.Mapping first) {
      return first.get("StateMachineVersionArn");
    }
    return alias.property("DeploymentPreference") instanceof Value.Mapping preference
        ? preference.get("StateMachineVersionArn")
        : new Value.Absent(alias.properties().at());
  }

  /** Whether {@code id} is a function or a state machine. */
  boolean isStartable(String id) {
    return resource(id).map(resource -> resource.type().equals(FUNCTION) || resource.type().equals(STATE_MACHINE))
        .orElse(false);
  }

  /** A trigger for every function or state machine that {@code to} names. */
  List<Trigger> triggers(Found to, Cause cause) {
    return triggers(to, cause, Set.of(FUNCTION, STATE_MACHINE));
  }

  /** A trigger for every resource of one of {@code types} that {@code to} names. */
  List<Trigger> triggers(Found to, Cause cause, Set<String> types) {
    var triggers = new ArrayList<Trigger>();
    for (Named named : named(to)) {
      Resource target = evaluated.resources().get(named.id());
      if (target != null && types.contains(target.type())) {
        ConditionSet conditions = named.conditions().and(target.conditions());
        if (!conditions.isImpossible()) {
          triggers.add(cause.trigger(target.id(), conditions));
        }
      }
    }
    return triggers;
  }
}
