package dev.slguard.template.cloudformation;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code Module.Resource} in a template whose modules are expanded; what depends on a module depends on all that it made. */
final class DottedNames extends Rewriting {
  private final Map<String, List<String>> made;
  private final Set<String> resources;

  /** @param made ids of the resources of each module, by the module's id */
  DottedNames(Map<String, List<String>> made, Set<String> resources) {
    this.made = made;
    this.resources = resources;
  }

  /** {@code name} with the dots after modules taken out, as long as there is something of the joined name. */
  private String joined(String name) {
    String result = name;
    for (int dot = result.indexOf('.'); dot > 0; dot = result.indexOf('.')) {
      String module = result.substring(0, dot);
      String rest = result.substring(dot + 1);
      int end = rest.indexOf('.');
      String id = module + (end < 0 ? rest : rest.substring(0, end));
      if (!made.containsKey(module) || !resources.contains(id) && !made.containsKey(id)) {
        return result;
      }
      result = module + rest;
    }
    return result;
  }

  @Override
  Optional<Tree> reference(String name, Span at) {
    String joined = joined(name);
    return joined.equals(name) || joined.indexOf('.') >= 0
        ? Optional.empty()
        : Optional.of(call("Ref", Tree.Scalar.text(joined, at), at));
  }

  @Override
  String attribute(String dotted) {
    return joined(dotted);
  }

  @Override
  List<String> named(Kind kind, String name) {
    if (kind != Kind.DEPENDENCY) {
      return List.of(name);
    }
    String joined = joined(name);
    List<String> all = made.getOrDefault(joined, List.of());
    return all.isEmpty() ? List.of(joined) : all;
  }
}
