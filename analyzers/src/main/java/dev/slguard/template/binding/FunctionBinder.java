package dev.slguard.template.binding;

import dev.slguard.model.Code;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Function;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Finds the functions of a deployment. */
final class FunctionBinder {
  /** The variable that names the file with which a web function starts. */
  private static final String ENTRY_POINT = "AWS_LAMBDA_NODEJS_ENTRYPOINT";

  private final Stack stack;
  private final FunctionCode code;

  FunctionBinder(Stack stack) {
    this.stack = stack;
    this.code = new FunctionCode(stack);
  }

  List<Function> functions() {
    var functions = new ArrayList<Function>();
    stack.ofType(Stack.FUNCTION).forEach(resource -> functions.add(function(resource)));
    stack.ofType(Stack.WEB_FUNCTION).forEach(resource -> functions.add(webFunction(resource)));
    return functions;
  }

  /** A web server of Lambda: what runs is said by its revisions, of which the last one declared is taken for all it runs as. */
  private Function webFunction(Resource resource) {
    List<Resource> revisions = stack.pointing("AWS::Lambda::WebFunctionRevision", "FunctionName")
        .getOrDefault(resource.id(), List.of());
    if (revisions.isEmpty()) {
      return new Function(resource, Optional.empty(), Optional.empty(),
          new Code.Missing("no revision of it is declared", resource.provenance().at()), new LinkedHashMap<>(),
          List.of(), List.of(), List.of());
    }
    Resource revision = revisions.getLast();
    Optional<String> runtime = stack.text(revision, "BuildConfig.RuntimeConfig.Runtime");
    SequencedMap<String, Value> environment = stack.find(revision, "ServiceConfig").stream().findFirst()
        .filter(config -> config.value() instanceof Value.Mapping)
        .map(config -> variables(((Value.Mapping) config.value()).get("EnvironmentVariables")))
        .orElseGet(LinkedHashMap::new);
    Optional<String> entryPoint = Found
        .text(environment.getOrDefault(ENTRY_POINT, new Value.Absent(resource.properties().at())));
    var wanted = new FunctionCode.Wanted(revision, runtime.orElse(""), entryPoint.orElse(""), environment);
    var roles = new LinkedHashSet<Function.RunsAs>();
    revisions.forEach(each -> roles.addAll(roles(each, "ServiceConfig.ExecutionRoleArn")));
    return new Function(resource, runtime, entryPoint, code.ofRevision(wanted), environment, List.copyOf(roles),
        List.of(), List.of());
  }

  private Function function(Resource resource) {
    Optional<String> runtime = stack.text(resource, "Runtime");
    Optional<String> handler = stack.text(resource, "Handler");
    SequencedMap<String, Value> environment = environment(resource.property("Environment"));
    var wanted = new FunctionCode.Wanted(resource, runtime.orElse(""), handler.orElse(""), environment);
    return new Function(resource, runtime, handler, code.of(wanted), environment, roles(resource, "Role"),
        layers(resource), layerFolders(resource));
  }

  /** The variables by name; where a Fn::If chooses between two sets, each variable becomes a choice. */
  private SequencedMap<String, Value> environment(Value environment) {
    return switch (environment) {
      case Value.Mapping mapping when mapping.entries().containsKey("Variables") -> variables(mapping.get("Variables"));
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, var at) ->
        choices(condition, environment(whenTrue), environment(whenFalse), new Value.Absent(at));
      case Value.Mapping _,Value.Scalar _,Value.Text _,Value.Listing _,Value.Reference _,Value.Unknown _,Value.Absent _ ->
        new LinkedHashMap<>();
    };
  }

  private SequencedMap<String, Value> variables(Value variables) {
    return switch (variables) {
      case Value.Mapping(var entries, _, _) -> entries;
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, var at) ->
        choices(condition, variables(whenTrue), variables(whenFalse), new Value.Absent(at));
      case Value.Scalar _,Value.Text _,Value.Listing _,Value.Reference _,Value.Unknown _,Value.Absent _ ->
        new LinkedHashMap<>();
    };
  }

  private static SequencedMap<String, Value> choices(String condition, SequencedMap<String, Value> whenTrue,
      SequencedMap<String, Value> whenFalse, Value.Absent absent) {
    var names = new LinkedHashSet<>(whenTrue.keySet());
    names.addAll(whenFalse.keySet());
    var choices = new LinkedHashMap<String, Value>();
    for (String name : names) {
      Value first = whenTrue.getOrDefault(name, absent);
      Value second = whenFalse.getOrDefault(name, absent);
      choices.put(name, new Value.Choice(condition, first, second, absent.at()));
    }
    return choices;
  }

  /** The roles of this deployment under which the function runs, each with what must hold for it. */
  private List<Function.RunsAs> roles(Resource resource, String path) {
    var roles = new ArrayList<Function.RunsAs>();
    for (Found found : stack.find(resource, path)) {
      for (Stack.Named named : stack.named(found)) {
        Optional<Resource> role = stack.resource(named.id(), "AWS::IAM::Role");
        ConditionSet conditions = role.isEmpty()
            ? named.conditions()
            : named.conditions().and(resource.conditions()).and(role.get().conditions());
        if (role.isPresent() && stack.isPossible(conditions)) {
          roles.add(new Function.RunsAs(named.id(), named.conditions()));
        }
      }
    }
    return roles;
  }

  private List<Value> layers(Resource resource) {
    return stack.find(resource, "Layers[]").stream().map(Found::value).toList();
  }

  /** Folders of the layers that this deployment makes from local files. */
  private List<String> layerFolders(Resource resource) {
    Set<String> folders = new LinkedHashSet<>();
    for (Found layer : stack.find(resource, "Layers[]")) {
      for (Stack.Named named : stack.named(layer)) {
        stack.resource(named.id(), "AWS::Lambda::LayerVersion").ifPresent(version -> folders.addAll(folders(version)));
      }
    }
    return List.copyOf(folders);
  }

  private List<String> folders(Resource version) {
    Optional<String> known = stack.sourceFolder(version);
    if (known.isPresent()) {
      return List.of(known.get());
    }
    var folders = new ArrayList<String>();
    for (Found content : stack.find(version, "Content")) {
      content.text().filter(path -> !path.contains("://")).flatMap(path -> Root.resolve(content.at().file(), path))
          .map(path -> stack.root().isFile(path) ? Root.parent(path) : path).filter(stack.root()::isFolder)
          .ifPresent(folders::add);
    }
    return folders;
  }
}
