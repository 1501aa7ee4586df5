package dev.slguard.template.cloudformation;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of a module's fragment as the template that uses it has them: with the module's id before them. */
final class FragmentNames extends Rewriting {
  private final String id;
  private final Tree.Mapping fragment;
  private final Map<String, Tree.Entry> given;

  /** @param given the properties of the module, which are the values of the fragment's parameters */
  FragmentNames(String id, Tree.Mapping fragment, Map<String, Tree.Entry> given) {
    this.id = id;
    this.fragment = fragment;
    this.given = given;
  }

  @Override
  Optional<Tree> reference(String name, Span at) {
    Optional<Tree.Mapping> parameter = fragment.mapping("Parameters").flatMap(section -> section.mapping(name));
    if (parameter.isPresent()) {
      Tree.Entry value = given.get(name);
      return Optional.of(value == null ? ref(id + name, at) : typed(value.value(), parameter.get()));
    }
    return isResource(name) ? Optional.of(ref(id + name, at)) : Optional.empty();
  }

  /** A text that is given for a list is split, as the parameter would be. */
  private static Tree typed(Tree value, Tree.Mapping parameter) {
    String type = parameter.text("Type").orElse("String");
    if (!(value instanceof Tree.Scalar(String text, _, Span at))
        || !type.equals("CommaDelimitedList") && !type.startsWith("List<")) {
      return value;
    }
    var items = new ArrayList<Tree>();
    for (String item : text.split(",", -1)) {
      items.add(Tree.Scalar.text(item.strip(), at));
    }
    return new Tree.Sequence(items, at);
  }

  private static Tree ref(String name, Span at) {
    return call("Ref", Tree.Scalar.text(name, at), at);
  }

  /** A dotted name is that of a resource in a module of this fragment. */
  private boolean isResource(String name) {
    int dot = name.indexOf('.');
    return has("Resources", dot < 0 ? name : name.substring(0, dot));
  }

  private boolean has(String section, String name) {
    return fragment.mapping(section).filter(entries -> entries.has(name)).isPresent();
  }

  @Override
  String attribute(String dotted) {
    return isResource(dotted) ? id + dotted : dotted;
  }

  @Override
  List<String> named(Kind kind, String name) {
    boolean own = switch (kind) {
      case CONDITION -> has("Conditions", name);
      case MAPPING -> has("Mappings", name);
      case DEPENDENCY -> isResource(name);
    };
    return List.of(own ? id + name : name);
  }
}
