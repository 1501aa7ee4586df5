package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What events imply, an API or a path of it, exists only if one of the functions behind it does. */
final class ImplicitConditions {
  private ImplicitConditions() {}

  /**
   * Puts each path under a condition where that is known.
   *
   * @param conditions of the functions behind each path
   * @param unconditional paths behind which a function stands that always exists
   */
  static void guard(SamTemplate template, Owner api, Paths paths, Map<String, Set<String>> conditions,
      Set<String> unconditional) {
    conditions.forEach((path, names) -> {
      if (!unconditional.contains(path)) {
        String combined = api.id() + FunctionAlias.alphanumeric(path) + "PathCondition";
        paths.guard(path, name(template, combined, List.copyOf(names), api.at()));
      }
    });
  }

  /** {@code api} with the attributes that follow from the functions behind it. */
  static Owner implied(SamTemplate template, Owner api, List<Owner> members) {
    Draft resource = Draft.of(api.resource());
    var names = new LinkedHashSet<String>();
    boolean always = false;
    for (Owner member : members) {
      member.condition().ifPresent(names::add);
      always |= member.condition().isEmpty();
      for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
        if (!resource.has(policy)) {
          resource.take(member.resource(), policy);
        }
      }
    }
    for (Owner member : members) {
      boolean propagates = member.property("PropagateTags").filter(Intrinsics::isTrue).isPresent();
      tags(template, member).filter(_ -> propagates)
          .ifPresent(tags -> resource.child("Properties").put("PropagateTags", true).child("Tags").takeAll(tags));
    }
    if (!always && !names.isEmpty()) {
      resource.put("Condition", name(template, api.id() + "Condition", List.copyOf(names), api.at()));
    }
    return new Owner(api.id(), api.type(), api.at(), resource.build());
  }

  /** The tags that a function hands to an implicit API: its own, else those of Globals, which are merged later. */
  private static Optional<Tree.Mapping> tags(SamTemplate template, Owner member) {
    Optional<Tree.Mapping> own = template.body().mapping("Resources").flatMap(all -> all.mapping(member.id()))
        .flatMap(resource -> resource.mapping("Properties")).flatMap(properties -> properties.mapping("Tags"))
        .filter(tags -> !tags.entries().isEmpty());
    return own.or(() -> template.body().mapping("Globals")
        .flatMap(globals -> globals.mapping(member.type().substring(member.type().lastIndexOf(':') + 1)))
        .flatMap(section -> section.mapping("Tags")));
  }

  private static String name(SamTemplate template, String combined, List<String> names, Span at) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    Conjunctions.any(template, combined, names, at);
    return combined;
  }
}
