package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;

/** Conditions that SAM combines: Fn::Or takes ten operands, so more of them are grouped. */
final class Conjunctions {
  private static final int MOST = 10;

  private Conjunctions() {}

  /** Defines the condition {@code name} as any of {@code conditions}. */
  static void any(SamTemplate template, String name, List<String> conditions, Span at) {
    List<String> level = conditions;
    int group = 0;
    var groups = new ArrayList<String>();
    if (level.size() <= MOST) {
      template.conditions().put(name, or(level, at));
      return;
    }
    for (int from = 0; from < level.size(); from += MOST) {
      String part = name + group++;
      List<String> members = level.subList(from, Math.min(from + MOST, level.size()));
      if (members.size() == 1) {
        groups.add(members.getFirst());
      } else {
        template.conditions().put(part, or(members, at));
        groups.add(part);
      }
    }
    any(template, name, groups, at);
  }

  private static Tree or(List<String> names, Span at) {
    return Intrinsics.or(names.stream().<Tree>map(name -> Intrinsics.condition(name, at)).toList(), at);
  }
}
