package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.ConditionSet.Formula;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.template.Evaluated;
import dev.slguard.template.TemplateFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * The stacks beside one that is evaluated, made when it asks for what they give. Their resources carry the name of their
 * deployment and {@code #} before the logical id.
 */
final class SiblingStacks {
  /** More stacks than these are not made, and no more of their resources than that are taken over. */
  private static final int STACKS = 20;
  private static final int RESOURCES = 300;

  /** Separate policies by the properties that name whom they are for. */
  private static final Map<String, List<String>> ATTACHED = Map.ofEntries(
      Map.entry("AWS::IAM::Policy", List.of("Roles", "Users", "Groups")),
      Map.entry("AWS::IAM::ManagedPolicy", List.of("Roles", "Users", "Groups")),
      Map.entry("AWS::IAM::RolePolicy", List.of("RoleName")), Map.entry("AWS::IAM::UserPolicy", List.of("UserName")),
      Map.entry("AWS::IAM::GroupPolicy", List.of("GroupName")), Map.entry("AWS::SQS::QueuePolicy", List.of("Queues")),
      Map.entry("AWS::SQS::QueueInlinePolicy", List.of("Queue")), Map.entry("AWS::SNS::TopicPolicy", List.of("Topics")),
      Map.entry("AWS::SNS::TopicInlinePolicy", List.of("TopicArn")),
      Map.entry("AWS::S3::BucketPolicy", List.of("Bucket")));

  private final Siblings siblings;
  private final Root root;
  private final List<TemplateFormat> formats;
  private final Map<String, Formula> conditions;
  private final Map<String, StackEvaluation> made = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> asked = new TreeSet<>();

  /** @param conditions the meaning of every condition met, to which those of the siblings are added */
  SiblingStacks(Siblings siblings, Root root, List<TemplateFormat> formats, Map<String, Formula> conditions) {
    this.siblings = siblings;
    this.root = root;
    this.formats = formats;
    this.conditions = conditions;
  }

  /** The stack that all are siblings of: it may ask for what it gives itself. */
  void add(StackEvaluation own) {
    made.put(own.expansion().name(), own);
  }

  /** What was asked for, whether or not anyone gives it. */
  Set<String> asked() {
    return asked;
  }

  /** What a stack exports under {@code name}, at the place that uses it. */
  Optional<Value> export(String name, Span at) {
    asked.add(name);
    return siblings.export(name).flatMap(giver -> given("export " + name, giver, stack -> stack.output(giver.name())))
        .map(value -> Places.moved(value, at));
  }

  /** The value of the stored parameter {@code name} where it names a resource; what else is stored stays a stored value. */
  Optional<Value> stored(String name, Span at) {
    asked.add(Siblings.asking(name));
    return siblings.stored(name)
        .flatMap(giver -> given("ssm " + name, giver,
            stack -> stack.resource(giver.name()).map(parameter -> parameter.property("Value"))))
        .filter(SiblingStacks::namesResource).map(value -> Places.moved(value, at));
  }

  private static boolean namesResource(Value value) {
    return value instanceof Value.Reference
        || value instanceof Value.Text(var parts, _) && parts.stream().anyMatch(Value.Reference.class::isInstance);
  }

  private interface Question {
    Optional<Value> ask(StackEvaluation stack);
  }

  private Optional<Value> given(String key, Siblings.Giver giver, Question question) {
    if (!open.add(key)) {
      return Optional.empty();
    }
    Optional<Value> value = stack(giver.member()).flatMap(question::ask)
        .filter(found -> !(found instanceof Value.Absent));
    open.remove(key);
    return value;
  }

  private Optional<StackEvaluation> stack(Siblings.Member member) {
    String name = member.evaluated().expansion().name();
    StackEvaluation known = made.get(name);
    if (known == null && made.size() < STACKS) {
      // What is wrong with it is said where it is itself the deployment.
      var shared = new Shared(root, member.options(), formats, this, new Diagnostics(), new Budget(), conditions);
      known = new StackEvaluation(member.evaluated().expansion(), shared, name + '#',
          Evaluator.given(member.evaluated().expansion(), member.options()), ConditionSet.ALWAYS,
          List.of(member.evaluated().expansion().file()));
      made.put(name, known);
    }
    return Optional.ofNullable(known);
  }

  /** The sibling that has the resource {@code id}; empty for one of the stack itself. */
  Optional<StackEvaluation> owner(String id) {
    int end = id.lastIndexOf('#');
    return end < 0 ? Optional.empty() : Optional.ofNullable(made.get(id.substring(0, end)));
  }

  /**
   * The resources of siblings that {@code own} name, those that these name in turn, and the policies attached to any of them;
   * by id, which {@code owners} gets too. A warning at {@code asker} if there are too many of them.
   */
  Map<String, Resource> borrowed(Iterable<Resource> own, Map<String, Evaluated.Borrowed> owners, Span asker,
      Diagnostics diagnostics) {
    var borrowed = new LinkedHashMap<String, Resource>();
    Queue<String> wanted = new ArrayDeque<>();
    own.forEach(resource -> addReferences(resource.properties(), wanted));
    var attachments = new LinkedHashMap<StackEvaluation, List<Resource>>();
    while (!wanted.isEmpty()) {
      if (borrowed.size() >= RESOURCES && !borrowed.keySet().containsAll(wanted)) {
        diagnostics.warning(asker,
            "more than " + RESOURCES + " resources of other templates are named; the rest is left out");
        break;
      }
      String id = wanted.remove();
      Optional<StackEvaluation> owner = borrowed.containsKey(id) ? Optional.empty() : owner(id);
      String local = id.substring(id.lastIndexOf('#') + 1);
      owner.flatMap(stack -> stack.resource(local)).ifPresent(resource -> {
        borrowed.put(id, resource);
        owners.put(id, new Evaluated.Borrowed(owner.orElseThrow().expansion(), local));
        addReferences(resource.properties(), wanted);
        for (Resource policy : attachments.computeIfAbsent(owner.orElseThrow(), SiblingStacks::attachments)) {
          if (isFor(policy, id)) {
            wanted.add(policy.id());
          }
        }
      });
    }
    return borrowed;
  }

  private static List<Resource> attachments(StackEvaluation stack) {
    var found = new ArrayList<Resource>();
    stack.scope().resources().ifPresent(section -> section.entries().forEach((id, entry) -> {
      if (entry.value() instanceof dev.slguard.source.Tree.Mapping written
          && written.text("Type").filter(ATTACHED::containsKey).isPresent()) {
        stack.resource(id).ifPresent(found::add);
      }
    }));
    return found;
  }

  private static boolean isFor(Resource policy, String id) {
    var named = new ArrayDeque<String>();
    for (String property : ATTACHED.getOrDefault(policy.type(), List.of())) {
      addReferences(policy.property(property), named);
    }
    return named.contains(id);
  }

  private static void addReferences(Value value, Queue<String> found) {
    switch (value) {
      case Value.Reference(String id, _, _) -> {
        if (id.indexOf('#') >= 0) {
          found.add(id);
        }
      }
      case Value.Text(var parts, _) -> parts.forEach(part -> addReferences(part, found));
      case Value.Listing(var items, _) -> items.forEach(item -> addReferences(item, found));
      case Value.Mapping mapping -> mapping.entries().values().forEach(entry -> addReferences(entry, found));
      case Value.Choice(_, Value whenTrue, Value whenFalse, _) -> {
        addReferences(whenTrue, found);
        addReferences(whenFalse, found);
      }
      case Value.Scalar _,Value.Unknown _,Value.Absent _ -> {
        // Names nothing.
      }
    }
  }
}
