package dev.slguard.template.binding;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The resources of one deployment, found by type, by what a value names, and by paths through their properties. */
final class Stack {
  static final String FUNCTION = "AWS::Lambda::Function";
  static final String WEB_FUNCTION = "AWS::Lambda::WebFunction";
  static final String STATE_MACHINE = "AWS::StepFunctions::StateMachine";

  /** More than an integration ever names. */
  private static final int REFERENCES = 500;

  private final Evaluated evaluated;
  private final Root root;
  private final Diagnostics diagnostics;
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Map<String, Optional<SourceFile>> files = new HashMap<>();
  private final Map<String, Optional<Tree.Mapping>> documents = new HashMap<>();
  private final Map<String, List<Found>> definitions = new HashMap<>();
  private final Map<String, Map<String, List<Resource>>> pointing = new HashMap<>();
  private final Map<ConditionSet, Boolean> possible = new HashMap<>();
  private final Names names;
  private final ApiReach reach;

  /**
   * The resources of {@code evaluated}.
   *
   * @param read files that need not be read again
   */
  Stack(Evaluated evaluated, List<Binder.Read> read, Root root, Diagnostics diagnostics) {
    for (Binder.Read file : read) {
      files.put(file.source().path(), Optional.of(file.source()));
      documents.put(file.source().path(), Optional.of(file.document()));
    }
    this.evaluated = evaluated;
    this.root = root;
    this.diagnostics = diagnostics;
    this.names = new Names(this);
    this.reach = new ApiReach(this);
    for (Resource resource : evaluated.resources().values()) {
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
      names.add(resource);
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

  /** The template {@code path} itself as text; empty where it cannot be read again (a test, a changed disk). */
  Optional<SourceFile> template(String path) {
    Optional<SourceFile> known = files.get(path);
    if (known != null) {
      return known;
    }
    return root.isFile(path) ? file(path, Span.startOf(path)) : Optional.empty();
  }

  /** The first document of {@link #template}; what is wrong with it was reported when it was first read. */
  Optional<Tree.Mapping> document(String path) {
    Optional<Tree.Mapping> known = documents.get(path);
    if (known == null) {
      known = template(path).flatMap(file -> Documents.read(file, root.limits(), new Diagnostics()).stream()
          .filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast).findFirst());
      documents.put(path, known);
    }
    return known;
  }

  /** The folder or file that holds the code of {@code resource}, where its format knows it. */
  Optional<String> sourceFolder(Resource resource) {
    Evaluated.Borrowed origin = evaluated.origin(resource.id());
    return Optional.ofNullable(origin.from().sourceFolders().get(origin.id()));
  }

  SequencedMap<String, Resource> resources() {
    return evaluated.resources();
  }

  /** The resources of {@code type}, in the order written. */
  List<Resource> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The resources of {@code type} by the resources that their property {@code property} names. */
  Map<String, List<Resource>> pointing(String type, String property) {
    String key = type + ' ' + property;
    Map<String, List<Resource>> known = pointing.get(key);
    if (known == null) {
      known = new LinkedHashMap<>();
      for (Resource resource : ofType(type)) {
        for (Found found : find(resource, property)) {
          for (Named named : named(found)) {
            known.computeIfAbsent(named.id(), _ -> new ArrayList<>()).add(resource);
          }
        }
      }
      pointing.put(key, known);
    }
    return known;
  }

  /** From where the APIs of this deployment can be called. */
  ApiReach reach() {
    return reach;
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
    int start = 0;
    while (!found.isEmpty()) {
      int dot = path.indexOf('.', start);
      String step = dot < 0 && start == 0 ? path : path.substring(start, dot < 0 ? path.length() : dot);
      List<Found> next = found.size() == 1 ? entered(found.getFirst(), step) : new ArrayList<>();
      if (found.size() > 1) {
        for (Found each : found) {
          next.addAll(entered(each, step));
        }
      }
      found = next;
      if (dot < 0) {
        break;
      }
      start = dot + 1;
    }
    return found;
  }

  private List<Found> entered(Found from, String step) {
    boolean each = step.endsWith("[]");
    String key = each ? step.substring(0, step.length() - 2) : step;
    if (key.isEmpty()) {
      return each ? items(from) : arms(from);
    }
    if (!(from.value() instanceof Value.Mapping mapping)) {
      return List.of();
    }
    if (!key.equals("*")) {
      var entered = new Found(mapping.get(key), from.conditions());
      return each ? items(entered) : arms(entered);
    }
    var all = new ArrayList<Found>();
    for (Value value : mapping.entries().values()) {
      var entered = new Found(value, from.conditions());
      all.addAll(each ? items(entered) : arms(entered));
    }
    return all;
  }

  /** The first known text under {@code path}; empty if there is none. */
  Optional<String> text(Resource resource, String path) {
    for (Found found : find(resource, path)) {
      Optional<String> text = found.text();
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
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
    if (from.value() instanceof Value.Absent) {
      return List.of();
    }
    if (!(from.value() instanceof Value.Choice)) {
      return List.of(from);
    }
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

  /** Whether some deployment has {@code conditions}. */
  boolean isPossible(ConditionSet conditions) {
    return conditions.isAlways() || possible.computeIfAbsent(conditions, set -> !set.isImpossible());
  }

  /** The references inside {@code from}, however deep, in the order written; at most {@link #REFERENCES}. */
  List<Found> references(Found from) {
    var references = new ArrayList<Found>();
    addReferences(from, references);
    return references;
  }

  private void addReferences(Found from, List<Found> references) {
    if (references.size() >= REFERENCES) {
      return;
    }
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
      for (String id : names.ids(arm.value())) {
        named.add(new Named(id, arm.conditions()));
      }
    }
    return named;
  }

  /** A resource of this deployment that a value names. */
  record Named(String id, ConditionSet conditions) {}

  /** The first resource that {@code value} names, whatever its type. */
  Optional<String> firstNamed(Value value) {
    List<Named> named = named(new Found(value, ConditionSet.ALWAYS));
    return named.isEmpty() ? Optional.empty() : Optional.of(named.getFirst().id());
  }

  /** The resource that {@code value} names, else the text of it; empty if nothing is known. */
  Optional<String> source(Value value) {
    return firstNamed(value).or(() -> switch (value) {
      case Value.Scalar _,Value.Text _ -> Optional.of(Spelling.of(value));
      case Value.Unknown(_, String detail, _) -> Optional.of("${" + detail + '}');
      case Value.Choice _,Value.Listing _,Value.Mapping _,Value.Reference _,Value.Absent _ -> Optional.empty();
    });
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

  /** The definitions of a state machine, read once. */
  List<Found> definitions(Resource machine) {
    List<Found> known = definitions.get(machine.id());
    if (known == null) {
      known = StateMachineTriggers.definitions(this, machine);
      definitions.put(machine.id(), known);
    }
    return known;
  }

  /** Reports that the document which {@code property} of {@code resource} names is not there to be read. */
  void missing(Resource resource, String property, String what) {
    diagnostics.warning(resource.properties().keyAt(property), "the " + what + " of '"
        + Text.shown(resource.provenance().authoredId()) + "' is not in the scanned folder; it is not analysed");
  }

  /** A route is there only where its API is. */
  private ConditionSet conditionsOfApi(Cause cause) {
    return cause.route().flatMap(route -> resource(route.api())).map(Resource::conditions).orElse(ConditionSet.ALWAYS);
  }

  /** Whether {@code value} refers to a resource that the template declares under a condition that does not hold. */
  boolean isNeverDeployed(Value value) {
    return value instanceof Value.Reference(String id, _, _) && !evaluated.resources().containsKey(id)
        && evaluated.expansion().body().mapping("Resources").filter(declared -> declared.has(id)).isPresent();
  }

  /** A trigger for every resource of one of {@code types} that {@code to} names. */
  List<Trigger> triggers(Found to, Cause cause, Set<String> types) {
    var triggers = new ArrayList<Trigger>();
    for (Named named : named(to)) {
      Resource target = evaluated.resources().get(named.id());
      if (target != null && types.contains(target.type())) {
        ConditionSet conditions = named.conditions().and(target.conditions()).and(conditionsOfApi(cause));
        if (isPossible(conditions)) {
          triggers.add(cause.trigger(target.id(), conditions));
        }
      }
    }
    return triggers;
  }
}
