package dev.slguard.template.cloudformation;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Resources of a type {@code A::B::MODULE}, replaced by what the module's fragment holds, where its project lies in the
 * scanned root. Logical ids are those of the module and of the resource in it, joined; the template may put a dot between
 * them. A module that is registered elsewhere stays, and is reported when the template is evaluated.
 */
public final class Modules {
  private static final String SUFFIX = "::MODULE";
  private static final int DEEPEST = 8;
  /** How many uses of modules one template may make, nested ones included. */
  private static final int USES = 200;

  private final Root root;
  private final Diagnostics diagnostics;
  private final ModuleProjects projects;
  private final Map<String, Map<String, Tree.Entry>> sections = new LinkedHashMap<>();
  /** The types inside which a resource was made, by its id. */
  private final Map<String, List<String>> inside = new LinkedHashMap<>();
  /** What became of each module: the ids of its resources. */
  private final Map<String, List<String>> made = new LinkedHashMap<>();

  private Modules(Tree.Mapping template, Root root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
    this.projects = new ModuleProjects(root);
    for (String name : List.of("Parameters", "Mappings", "Conditions", "Resources", "Outputs")) {
      sections.put(name,
          new LinkedHashMap<>(template.mapping(name).map(Tree.Mapping::entries).orElseGet(LinkedHashMap::new)));
    }
  }

  /** {@code template} with the modules in it whose fragments lie in {@code root}. */
  public static Tree.Mapping expanded(Tree.Mapping template, Root root, Diagnostics diagnostics) {
    return hasModule(template) ? new Modules(template, root, diagnostics).expand(template) : template;
  }

  /** Paths of the fragments that {@code template} is made of. */
  public static List<String> fragments(Tree.Mapping template, Root root) {
    if (!hasModule(template)) {
      return List.of();
    }
    var modules = new Modules(template, root, new Diagnostics());
    modules.expand(template);
    Set<String> files = new TreeSet<>();
    modules.inside.values()
        .forEach(types -> types.forEach(type -> modules.projects.fragment(type).ifPresent(files::add)));
    return List.copyOf(files);
  }

  private static boolean hasModule(Tree.Mapping template) {
    return template.mapping("Resources")
        .filter(section -> section.entries().values().stream().anyMatch(entry -> type(entry.value()).endsWith(SUFFIX)))
        .isPresent();
  }

  private static String type(Tree resource) {
    return resource instanceof Tree.Mapping mapping ? mapping.text("Type").orElse("") : "";
  }

  private Map<String, Tree.Entry> section(String name) {
    return sections.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  private Tree.Mapping expand(Tree.Mapping template) {
    Map<String, Tree.Entry> resources = section("Resources");
    for (Optional<String> next = next(resources); next.isPresent(); next = next(resources)) {
      String id = next.get();
      Tree.Entry entry = resources.get(id);
      if (entry != null && entry.value() instanceof Tree.Mapping use) {
        made.put(id, List.of());
        fragment(id, use).ifPresent(fragment -> replace(id, new Tree.Entry(entry.keyAt(), use), fragment));
      }
    }
    if (inside.isEmpty()) {
      return template;
    }
    var all = new LinkedHashMap<>(template.entries());
    sections.forEach((name, entries) -> {
      if (!entries.isEmpty()) {
        Span at = template.keyAt(name);
        all.put(name, new Tree.Entry(at, new Tree.Mapping(new LinkedHashMap<>(entries), at)));
      }
    });
    return (Tree.Mapping) new DottedNames(made, resources.keySet()).rewritten(new Tree.Mapping(all, template.at()));
  }

  /** A module that was not looked at yet. */
  private Optional<String> next(Map<String, Tree.Entry> resources) {
    return resources.entrySet().stream()
        .filter(entry -> type(entry.getValue().value()).endsWith(SUFFIX) && !made.containsKey(entry.getKey()))
        .map(Map.Entry::getKey).findFirst();
  }

  private Optional<Tree.Mapping> fragment(String id, Tree.Mapping use) {
    String type = type(use);
    Optional<String> file = projects.fragment(type);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Span at = use.keyAt("Type");
    List<String> types = inside.getOrDefault(id, List.of());
    if (types.contains(type) || types.size() >= DEEPEST || made.size() > USES) {
      diagnostics.error(at,
          types.contains(type)
              ? "the module '" + Text.shown(type) + "' contains itself; it is not followed"
              : "modules are nested too deep or used too often; '" + Text.shown(type) + "' is not followed");
      return Optional.empty();
    }
    var read = new Diagnostics();
    Optional<Tree.Mapping> fragment = Includes.content(file.get(), at, root, read)
        .filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast)
        .filter(document -> document.mapping("Resources").isPresent());
    read.toList().forEach(diagnostics::add);
    if (fragment.isEmpty()) {
      diagnostics.error(at, "the fragment '" + file.get() + "' of the module '" + Text.shown(type)
          + "' has no Resources; what it deploys is not known");
    }
    return fragment;
  }

  private void replace(String id, Tree.Entry entry, Tree.Mapping fragment) {
    Tree.Mapping use = (Tree.Mapping) entry.value();
    Map<String, Tree.Entry> given = use.mapping("Properties").map(Tree.Mapping::entries).orElseGet(LinkedHashMap::new);
    var names = new FragmentNames(id, fragment, given);
    reportUnknown(use, given, fragment);
    fragment.mapping("Parameters").ifPresent(declared -> declared.entries().forEach((name, parameter) -> {
      if (!given.containsKey(name)) {
        section("Parameters").put(id + name, parameter);
        if (!(parameter.value() instanceof Tree.Mapping written && written.has("Default"))) {
          diagnostics.error(use.at(), "the module '" + Text.shown(type(use)) + "' needs the property '"
              + Text.shown(name) + "'; its value is treated as unknown");
        }
      }
    }));
    for (String name : List.of("Mappings", "Conditions", "Outputs")) {
      fragment.mapping(name)
          .ifPresent(section -> section.entries()
              .forEach((key, value) -> section(name).put(key.startsWith("Fn::") ? key : id + key,
                  new Tree.Entry(value.keyAt(), names.rewritten(value.value())))));
    }
    var types = new ArrayList<>(inside.getOrDefault(id, List.of()));
    types.add(type(use));
    var ids = new ArrayList<String>();
    var resources = new LinkedHashMap<String, Tree.Entry>();
    fragment.mapping("Resources").ifPresent(section -> section.entries().forEach((key, value) -> {
      String whole = id + key;
      Tree resource = new ModuleAttributes(use, section("Conditions")).applied(whole, names.rewritten(value.value()));
      resources.put(whole, new Tree.Entry(value.keyAt(), resource));
      inside.put(whole, List.copyOf(types));
      ids.add(whole);
    }));
    made.put(id, List.copyOf(ids));
    insert(id, resources);
  }

  /** {@code resources} where the module {@code id} stood. */
  private void insert(String id, Map<String, Tree.Entry> resources) {
    Map<String, Tree.Entry> all = section("Resources");
    var before = new LinkedHashMap<>(all);
    all.clear();
    before.forEach((key, value) -> {
      if (key.equals(id)) {
        all.putAll(resources);
      } else if (all.putIfAbsent(key, value) != null) {
        diagnostics.error(value.keyAt(), "'" + Text.shown(key) + "' is also the name of a resource of a module; the"
            + " module's is the one that is analysed");
      }
    });
  }

  private void reportUnknown(Tree.Mapping use, Map<String, Tree.Entry> given, Tree.Mapping fragment) {
    given.forEach((name, entry) -> {
      if (fragment.mapping("Parameters").filter(declared -> declared.has(name)).isEmpty()) {
        diagnostics.error(entry.keyAt(),
            "the module '" + Text.shown(type(use)) + "' has no parameter '" + Text.shown(name) + "'; it is not used");
      }
    });
  }
}
