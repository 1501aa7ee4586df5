package dev.slguard.template.binding;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.ConditionSet.Formula;
import dev.slguard.model.EventShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A random template of functions, URLs, permissions, roles and policies under random conditions over parameters with
 * AllowedValues, together with the plain answer to what each assignment of those parameters deploys.
 */
final class ConditionalTemplate {
  private static final List<String> VALUES = List.of("a", "b", "c");

  /** A condition: its text in the template, and what it is under an assignment. */
  private interface Test {
    boolean holds(Map<String, String> assignment);
  }

  private record Condition(String text, Test test) {}

  /** A value that conditions choose: a leaf, or a condition with two of them. */
  private sealed interface Choice {
    record Leaf(String text) implements Choice {}

    record If(String condition, Choice whenTrue, Choice whenFalse) implements Choice {}
  }

  private final Random random;
  private final Map<String, List<String>> allowed = new LinkedHashMap<>();
  private final Map<String, String> defaults = new LinkedHashMap<>();
  private final Map<String, Condition> conditions = new LinkedHashMap<>();
  private final Map<String, Optional<String>> resources = new LinkedHashMap<>();
  private final Map<String, Choice> choices = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Map<String, String>> assignments = new ArrayList<>();

  ConditionalTemplate(long seed) {
    this.random = new Random(seed);
    parameters();
    text.append("Conditions:\n");
    for (int i = 0; i < 5; i++) {
      Condition made = condition(3);
      conditions.put("C" + i, made);
      text.append("  C").append(i).append(": ").append(made.text).append('\n');
    }
    text.append("Resources:\n");
    List.of("F0", "F1").forEach(id -> resource(id, "AWS::Lambda::Function",
        "Runtime: python3.13, Handler: a.b, Code: {ZipFile: x}, Tag: " + choice(id + ".Tag", 2, List.of())));
    List.of("U0", "U1").forEach(
        id -> resource(id, "AWS::Lambda::Url", "AuthType: " + choice(id + ".AuthType", 2, List.of("NONE", "AWS_IAM"))
            + ", TargetFunctionArn: " + choice(id + ".Target", 2, List.of("!GetAtt F0.Arn", "!GetAtt F1.Arn"))));
    List.of("P0", "P1")
        .forEach(id -> resource(id, "AWS::Lambda::Permission",
            "Action: lambda:InvokeFunctionUrl, Principal: '*', FunctionUrlAuthType: NONE, FunctionName: "
                + choice(id + ".Function", 2, List.of("!Ref F0", "!Ref F1"))));
    resource("Api", "AWS::ApiGateway::RestApi", "Name: a");
    List.of("G0", "G1").forEach(id -> resource(id, "AWS::ApiGateway::Method",
        "RestApiId: {Ref: Api}, ResourceId: {'Fn::GetAtt': [Api, RootResourceId]}, HttpMethod: GET, AuthorizationType: "
            + choice(id + ".AuthType", 2, List.of("NONE", "AWS_IAM")) + ", Integration: {Type: AWS_PROXY, Uri: "
            + choice(id + ".Target", 2, List.of(uri("F0"), uri("F1"))) + "}"));
    List.of("E0", "E1")
        .forEach(id -> resource(id, "AWS::Lambda::EventSourceMapping", "EventSourceArn: 'arn:aws:sqs:eu-west-1:1:" + id
            + "', FunctionName: " + choice(id + ".Target", 2, List.of("!Ref F0", "!GetAtt F1.Arn"))));
    List.of("S0", "S1").forEach(id -> resource(id, "AWS::SNS::Subscription", "TopicArn: 'arn:aws:sns:eu-west-1:1:" + id
        + "', Protocol: lambda, Endpoint: " + choice(id + ".Target", 2, List.of("!GetAtt F0.Arn", "!GetAtt F1.Arn"))));
    resource("W", "AWS::Events::Rule", "ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: "
        + choice("W.Target", 2, List.of("!GetAtt F0.Arn", "!GetAtt F1.Arn")) + "}]");
    List.of("R0", "R1")
        .forEach(id -> resource(id, "AWS::IAM::Role", "Tag: " + choice(id + ".Tag", 2, List.of()) + ", Policies: ["
            + choice(id + ".Policy", 2, List.of(policy(id + "one"), policy(id + "two"), "!Ref AWS::NoValue")) + "]"));
    List.of("M0", "M1").forEach(id -> resource(id, "AWS::IAM::Policy", "PolicyName: x, PolicyDocument: " + document(id)
        + ", Roles: [" + choice(id + ".Roles", 2, List.of("!Ref R0", "!Ref R1", "!Ref AWS::NoValue")) + "]"));
    assign(List.copyOf(allowed.keySet()), 0, new LinkedHashMap<>());
  }

  String text() {
    return text.toString();
  }

  Set<String> resourceIds() {
    return resources.keySet();
  }

  /** Every assignment of values to the parameters. */
  List<Map<String, String>> assignments() {
    return assignments;
  }

  private void parameters() {
    text.append("Parameters:\n");
    for (int i = 0; i < 3; i++) {
      String name = "Q" + i;
      List<String> values = VALUES.subList(0, 2 + random.nextInt(2));
      text.append("  ").append(name).append(": {Type: String, AllowedValues: ").append(values);
      if (random.nextInt(6) == 0) {
        defaults.put(name, values.getFirst());
        text.append(", Default: ").append(values.getFirst());
      }
      text.append("}\n");
      allowed.put(name, values);
    }
  }

  private void assign(List<String> names, int next, Map<String, String> chosen) {
    if (next == names.size()) {
      assignments.add(new LinkedHashMap<>(chosen));
      return;
    }
    String name = names.get(next);
    for (String value : defaults.containsKey(name)
        ? List.of(defaults.getOrDefault(name, ""))
        : allowed.getOrDefault(name, List.of())) {
      chosen.put(name, value);
      assign(names, next + 1, chosen);
    }
    chosen.remove(name);
  }

  private Condition condition(int depth) {
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(6)) {
      case 0 -> equalToText();
      case 1 -> equalToOther();
      case 2 -> {
        Condition of = condition(depth - 1);
        yield new Condition("{'Fn::Not': [" + of.text + "]}", here -> !of.test.holds(here));
      }
      case 3 -> conditions.isEmpty() ? condition(depth - 1) : reference(named());
      case 4 -> {
        List<Condition> all = several(depth - 1);
        yield new Condition("{'Fn::And': " + texts(all) + "}",
            here -> all.stream().allMatch(each -> each.test.holds(here)));
      }
      default -> {
        List<Condition> any = several(depth - 1);
        yield new Condition("{'Fn::Or': " + texts(any) + "}",
            here -> any.stream().anyMatch(each -> each.test.holds(here)));
      }
    };
  }

  private Condition equalToText() {
    String name = parameter();
    String value = VALUES.get(random.nextInt(VALUES.size()));
    return new Condition("{'Fn::Equals': [!Ref " + name + ", " + value + "]}", here -> value.equals(here.get(name)));
  }

  private Condition equalToOther() {
    String one = parameter();
    String other = parameter();
    return new Condition("{'Fn::Equals': [!Ref " + one + ", !Ref " + other + "]}",
        here -> here.getOrDefault(one, "").equals(here.get(other)));
  }

  private Condition reference(String name) {
    return new Condition("{Condition: " + name + "}", here -> holds(name, here));
  }

  private List<Condition> several(int depth) {
    var all = new ArrayList<Condition>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      all.add(condition(depth));
    }
    return all;
  }

  private static List<String> texts(List<Condition> all) {
    return all.stream().map(Condition::text).toList();
  }

  private String parameter() {
    return "Q" + random.nextInt(3);
  }

  private String named() {
    return "C" + random.nextInt(conditions.size());
  }

  private boolean holds(String name, Map<String, String> assignment) {
    return Optional.ofNullable(conditions.get(name)).orElseThrow().test.holds(assignment);
  }

  private void resource(String id, String type, String properties) {
    Optional<String> condition = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(named());
    resources.put(id, condition);
    text.append("  ").append(id).append(": {Type: '").append(type).append("', ");
    condition.ifPresent(name -> text.append("Condition: ").append(name).append(", "));
    text.append("Properties: {").append(properties).append("}}\n");
  }

  /** The text of a random choice between {@code of}, or between texts of its own, remembered as {@code name}. */
  private String choice(String name, int depth, List<String> of) {
    Choice made = make(name, depth, of);
    choices.put(name, made);
    return spelled(made);
  }

  private Choice make(String name, int depth, List<String> of) {
    if (depth == 0 || random.nextInt(4) == 0) {
      String own = name + random.nextInt(1_000_000);
      return of.isEmpty() ? new Choice.Leaf(own) : leaf(of.get(random.nextInt(of.size())));
    }
    return new Choice.If(named(), make(name, depth - 1, of), make(name, depth - 1, of));
  }

  private static Choice.Leaf leaf(String text) {
    return new Choice.Leaf(text);
  }

  private static String spelled(Choice choice) {
    return switch (choice) {
      case Choice.Leaf(String text) -> text.startsWith("!") ? written(text) : text;
      case Choice.If(String condition, Choice whenTrue, Choice whenFalse) ->
        "{'Fn::If': [" + condition + ", " + spelled(whenTrue) + ", " + spelled(whenFalse) + "]}";
    };
  }

  private static String written(String tag) {
    String name = tag.substring(tag.indexOf(' ') + 1);
    return tag.startsWith("!Ref") ? "{Ref: '" + name + "'}" : "{'Fn::GetAtt': [" + name.replace(".", ", ") + "]}";
  }

  private static String uri(String function) {
    return "{'Fn::Sub': 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${" + function
        + ".Arn}/invocations'}";
  }

  private static String policy(String action) {
    return "{PolicyName: x, PolicyDocument: " + document(action) + "}";
  }

  private static String document(String action) {
    return "{Statement: [{Effect: Allow, Action: 's3:" + action + "', Resource: '*'}]}";
  }

  private String chosen(String name, Map<String, String> assignment) {
    Choice at = Optional.ofNullable(choices.get(name)).orElseThrow();
    while (at instanceof Choice.If(String condition, Choice whenTrue, Choice whenFalse)) {
      at = holds(condition, assignment) ? whenTrue : whenFalse;
    }
    return ((Choice.Leaf) at).text;
  }

  /** Whether {@code assignment} deploys the resource {@code id}. */
  boolean exists(String id, Map<String, String> assignment) {
    return resources.getOrDefault(id, Optional.empty()).map(name -> holds(name, assignment)).orElse(true);
  }

  /** Whether {@code assignment} deploys a resource whose property Tag is {@code text}. */
  boolean has(String text, Map<String, String> assignment) {
    return choices.keySet().stream().filter(name -> name.endsWith(".Tag")).anyMatch(
        name -> exists(name.substring(0, name.indexOf('.')), assignment) && chosen(name, assignment).equals(text));
  }

  /** What starts which function: the shape of the event, the function, what is asked of the caller. */
  Set<String> starts(Map<String, String> assignment) {
    Set<String> starts = new HashSet<>();
    Map<String, EventShape> shapes = Map.of("U", EventShape.FUNCTION_URL, "G", EventShape.REST_API, "E", EventShape.SQS,
        "S", EventShape.SNS, "W", EventShape.SCHEDULE);
    for (String id : List.of("U0", "U1", "G0", "G1", "E0", "E1", "S0", "S1", "W")) {
      String target = chosen(id + ".Target", assignment).contains("F0") ? "F0" : "F1";
      boolean api = !id.startsWith("G") || exists("Api", assignment);
      if (exists(id, assignment) && exists(target, assignment) && api) {
        starts.add(shapes.get(id.substring(0, 1)) + " " + target + ' '
            + (choices.containsKey(id + ".AuthType") ? chosen(id + ".AuthType", assignment) : "SERVICE"));
      }
    }
    return starts;
  }

  /** Whether a permission lets everyone call URLs of {@code function}. */
  boolean isPublic(String function, Map<String, String> assignment) {
    return List.of("P0", "P1").stream()
        .anyMatch(id -> exists(id, assignment) && chosen(id + ".Function", assignment).endsWith(function));
  }

  /** What the policies of the role {@code id} allow. */
  Set<String> actions(String id, Map<String, String> assignment) {
    Set<String> actions = new HashSet<>();
    String own = chosen(id + ".Policy", assignment);
    int at = own.indexOf("s3:");
    if (at >= 0) {
      actions.add(own.substring(at, own.indexOf('\'', at)));
    }
    for (String policy : List.of("M0", "M1")) {
      if (exists(policy, assignment) && chosen(policy + ".Roles", assignment).endsWith(id)) {
        actions.add("s3:" + policy);
      }
    }
    return actions;
  }

  /** Whether {@code set} holds under {@code assignment}. */
  static boolean holds(ConditionSet set, Map<String, String> assignment) {
    return holds(set.formula(), assignment);
  }

  private static boolean holds(Formula formula, Map<String, String> assignment) {
    return switch (formula) {
      case Formula.Constant(boolean value) -> value;
      case Formula.Named(String condition) -> throw new AssertionError("undecided fact " + condition);
      case Formula.Equals(String subject, String text, _) -> text.equals(assignment.get(subject));
      case Formula.Not(Formula of) -> !holds(of, assignment);
      case Formula.And(var of) -> of.stream().allMatch(part -> holds(part, assignment));
      case Formula.Or(var of) -> of.stream().anyMatch(part -> holds(part, assignment));
    };
  }
}
