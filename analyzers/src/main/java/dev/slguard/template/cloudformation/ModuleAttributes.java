package dev.slguard.template.cloudformation;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written beside the Type of a module holds for every resource of it: Condition, DependsOn, Metadata, policies. */
final class ModuleAttributes {
  private final Tree.Mapping use;
  private final Map<String, Tree.Entry> conditions;

  /** @param conditions those of the template, to which the joined ones are added */
  ModuleAttributes(Tree.Mapping use, Map<String, Tree.Entry> conditions) {
    this.use = use;
    this.conditions = conditions;
  }

  /** The resource {@code id} of the module with the module's attributes; its own win where there can be only one. */
  Tree applied(String id, Tree resource) {
    if (!(resource instanceof Tree.Mapping written)) {
      return resource;
    }
    var entries = new LinkedHashMap<>(written.entries());
    for (String name : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
      Tree.Entry entry = use.entries().get(name);
      if (entry != null) {
        entries.putIfAbsent(name, entry);
      }
    }
    entry("DependsOn").ifPresent(given -> entries.merge("DependsOn", given, (own, other) -> new Tree.Entry(own.keyAt(),
        new Tree.Sequence(both(own.value(), other.value()), own.value().at()))));
    entry("Metadata").ifPresent(given -> entries.merge("Metadata", given, ModuleAttributes::merged));
    entry("Condition").ifPresent(given -> entries.merge("Condition", given, (own, other) -> both(id, own, other)));
    return new Tree.Mapping(entries, written.at());
  }

  private Optional<Tree.Entry> entry(String name) {
    return Optional.ofNullable(use.entries().get(name));
  }

  private static List<Tree> both(Tree first, Tree second) {
    var all = new ArrayList<Tree>(first instanceof Tree.Sequence(var items, _) ? items : List.of(first));
    all.addAll(second instanceof Tree.Sequence(var items, _) ? items : List.of(second));
    return all;
  }

  private static Tree.Entry merged(Tree.Entry own, Tree.Entry other) {
    if (!(own.value() instanceof Tree.Mapping mine) || !(other.value() instanceof Tree.Mapping theirs)) {
      return own;
    }
    var all = new LinkedHashMap<>(theirs.entries());
    all.putAll(mine.entries());
    return new Tree.Entry(own.keyAt(), new Tree.Mapping(all, mine.at()));
  }

  /** A condition under which both {@code own} and {@code other} hold, by the name of the resource. */
  private Tree.Entry both(String id, Tree.Entry own, Tree.Entry other) {
    Span at = own.keyAt();
    String name = id + "Condition";
    var items = new ArrayList<Tree>();
    for (Tree.Entry each : List.of(own, other)) {
      items.add(Rewriting.call("Condition", each.value(), each.keyAt()));
    }
    conditions.put(name, new Tree.Entry(at, Rewriting.call("Fn::And", new Tree.Sequence(items, at), at)));
    return new Tree.Entry(at, Tree.Scalar.text(name, at));
  }
}
