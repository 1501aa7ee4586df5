package dev.slguard.template.cloudformation;

import dev.slguard.model.Output;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.template.Evaluated;
import dev.slguard.template.TemplateOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the stacks of a root give each other: the values that they export, and those that they write to the parameter store
 * of Systems Manager. Immutable.
 */
public final class Siblings {
  /** No stack gives another anything. */
  public static final Siblings NONE = new Siblings(Map.of(), Map.of(), Map.of());

  private static final String STACK_NAME = "${AWS::StackName}";
  /** What stands before the name of a stored parameter among what a stack asks for. */
  private static final String STORED = "ssm:";

  private final Map<String, Giver> exports;
  private final Map<String, Giver> byEnd;
  private final Map<String, Giver> stored;

  private Siblings(Map<String, Giver> exports, Map<String, Giver> byEnd, Map<String, Giver> stored) {
    this.exports = Map.copyOf(exports);
    this.byEnd = Map.copyOf(byEnd);
    this.stored = Map.copyOf(stored);
  }

  /** A stack of the root with what it was evaluated with. */
  public record Member(Evaluated evaluated, TemplateOptions options) {
    /** Whether it may give others anything. */
    public boolean gives() {
      return evaluated.outputs().stream().anyMatch(output -> output.exportName().isPresent())
          || evaluated.resources().values().stream().anyMatch(Siblings::isStored);
    }
  }

  /**
   * One thing given.
   *
   * @param name of the output, or the logical id of the stored parameter
   */
  record Giver(Member member, String name) {}

  /** What {@code members} give; see {@link #of(Collection, Collection)}. */
  public static Siblings of(Collection<Member> members) {
    return of(members, List.of());
  }

  /**
   * What {@code members} give, and beside that what {@code parts} do, templates that are read through a member (a nested
   * stack, an assembly inside another one). A name that several of them give means nothing and is left out. An export under
   * the stack's own name is known by what follows that.
   */
  public static Siblings of(Collection<Member> members, Collection<Member> parts) {
    var exports = new Names();
    var byEnd = new Names();
    var stored = new Names();
    for (Collection<Member> each : List.of(members, parts)) {
      each.forEach(member -> add(member, exports, byEnd, stored));
      exports.close();
      byEnd.close();
      stored.close();
    }
    return new Siblings(exports.unique, byEnd.unique, stored.unique);
  }

  private static void add(Member member, Names exports, Names byEnd, Names stored) {
    for (Output output : member.evaluated().outputs()) {
      output.exportName().map(Canonical::spelling).ifPresent(name -> {
        var giver = new Giver(member, output.name());
        String end = name.startsWith(STACK_NAME) ? name.substring(STACK_NAME.length()) : "";
        if (isEnd(end)) {
          byEnd.add(end, giver);
        } else if (!name.contains("AWS::StackName") && !name.contains("AWS::StackId")) {
          exports.add(name, giver);
        }
      });
    }
    for (Resource resource : member.evaluated().resources().values()) {
      if (isStored(resource)) {
        stored.add(Canonical.spelling(resource.property("Name")), new Giver(member, resource.id()));
      }
    }
  }

  private static boolean isStored(Resource resource) {
    return resource.type().equals("AWS::SSM::Parameter") && resource.id().indexOf('/') < 0
        && !(resource.property("Name") instanceof Value.Absent);
  }

  /** Whether a stack that asks for {@code names}, as {@link Evaluated#asks} has them, would be given any. */
  public boolean answer(Set<String> names) {
    return names.stream()
        .anyMatch(name -> name.startsWith(STORED)
            ? stored(name.substring(STORED.length())).isPresent()
            : export(name).isPresent());
  }

  /** How a stack asks for the stored parameter {@code name}. */
  static String asking(String name) {
    return STORED + name;
  }

  /** Who exports {@code name}, or all of it but the name of the stack that a parameter gives. */
  Optional<Giver> export(String name) {
    Optional<Giver> found = Optional.ofNullable(exports.get(name));
    if (found.isPresent() || byEnd.isEmpty()) {
      return found;
    }
    int hole = name.startsWith("${") ? name.indexOf('}') + 1 : 0;
    for (int i = hole; i < name.length(); i++) {
      Giver giver = byEnd.get(name.substring(i));
      if (giver != null && i > 0 && (hole == 0 || i == hole) && !name.startsWith(STACK_NAME)) {
        return Optional.of(giver);
      }
    }
    return Optional.empty();
  }

  /** Whether {@code end} tells an export from others: a sign that parts words, and a word. */
  private static boolean isEnd(String end) {
    return end.length() > 2 && "-:/_.".indexOf(end.charAt(0)) >= 0 && !end.contains("AWS::Stack");
  }

  /** Who stores the parameter {@code name}, which may have a version behind it. */
  Optional<Giver> stored(String name) {
    Giver giver = stored.get(name);
    int version = name.lastIndexOf(':');
    return Optional.ofNullable(giver == null && version > 0 ? stored.get(name.substring(0, version)) : giver);
  }

  /** Things by the names that only one stack gives; what was known before {@link #close} keeps its name. */
  private static final class Names {
    private final Map<String, Giver> unique = new TreeMap<>();
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> open = new TreeSet<>();

    private void add(String name, Giver giver) {
      if (taken.contains(name)) {
        return;
      }
      if (open.add(name)) {
        unique.put(name, giver);
      } else {
        unique.remove(name);
      }
    }

    private void close() {
      taken.addAll(open);
      open.clear();
    }
  }
}
