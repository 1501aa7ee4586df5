package dev.slguard.code.javascript;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What tsconfig.json and package.json files of a repository say about imports. Thread-safe. */
final class ProjectSettings {
  /** How many files a chain of {@code extends} may have. */
  private static final int LONGEST_CHAIN = 8;

  /** A tsconfig.json: patterns with at most one star and what they stand for, and the base of plain names. */
  private record Compiler(Map<String, List<String>> paths, Optional<String> base) {
    static final Compiler NONE = new Compiler(Map.of(), Optional.empty());
  }

  /** Packages of which old versions do harm that new ones do not, and the first major version that does not. */
  private static final Map<String, Integer> CHANGED = Map.of("js-yaml", 4);

  private final Root root;
  private final Map<String, Compiler> compilers = new ConcurrentHashMap<>();
  private final Map<String, String> packages = new TreeMap<>();
  private final Map<String, JsonObject> manifests = new TreeMap<>();

  ProjectSettings(Root root, Set<String> files) {
    this.root = root;
    var folders = new TreeSet<String>();
    for (String file : files) {
      String folder = Root.parent(file);
      while (folders.add(folder) && !folder.isEmpty()) {
        folder = Root.parent(folder);
      }
    }
    for (String folder : folders) {
      read(within(folder, "package.json")).ifPresent(manifest -> {
        manifests.put(folder, manifest);
        text(manifest.get("name")).ifPresent(name -> packages.putIfAbsent(name, folder));
      });
    }
  }

  /** Paths that {@code specifier} may mean in {@code importer}, without extension, best first. */
  List<String> candidates(String specifier, String importer) {
    var candidates = new ArrayList<String>();
    Compiler compiler = compiler(Root.parent(importer));
    for (Map.Entry<String, List<String>> entry : compiler.paths.entrySet()) {
      starred(entry.getKey(), specifier)
          .ifPresent(part -> entry.getValue().forEach(target -> candidates.add(target.replace("*", part))));
    }
    compiler.base.flatMap(base -> Root.resolveIn(base, specifier)).ifPresent(candidates::add);
    if (specifier.startsWith("#")) {
      candidates.addAll(ownImports(specifier, Root.parent(importer)));
    } else {
      candidates.addAll(inRepository(specifier));
    }
    return candidates;
  }

  /**
   * The name under which models know the package {@code specifier}: with its major version where an old one does what the
   * present one does not, and a package.json above {@code importer} asks for it.
   */
  String named(String specifier, String importer) {
    Integer present = CHANGED.get(specifier);
    String folder = Root.parent(importer);
    while (present != null) {
      for (String group : List.of("dependencies", "devDependencies")) {
        if (manifests.getOrDefault(folder, new JsonObject()).get(group) instanceof JsonObject versions) {
          Optional<Integer> major = text(versions.get(specifier)).flatMap(ProjectSettings::major);
          if (major.isPresent()) {
            return major.get() < present ? specifier + '@' + major.get() : specifier;
          }
        }
      }
      present = folder.isEmpty() ? null : present;
      folder = Root.parent(folder);
    }
    return specifier;
  }

  /** The first number of a range of versions: 3 of {@code ^3.14.1}. */
  private static Optional<Integer> major(String range) {
    int start = 0;
    while (start < range.length() && "^~>=v ".indexOf(range.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < range.length() && end < start + 4 && Character.isDigit(range.charAt(end))) {
      end++;
    }
    return end == start ? Optional.empty() : Optional.of(Integer.parseInt(range.substring(start, end)));
  }

  /** What the star of {@code pattern} stands for in {@code name}: empty text if there is no star and both are equal. */
  private static Optional<String> starred(String pattern, String name) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(name) ? Optional.of("") : Optional.empty();
    }
    String before = pattern.substring(0, star);
    String after = pattern.substring(star + 1);
    return name.length() >= before.length() + after.length() && name.startsWith(before) && name.endsWith(after)
        ? Optional.of(name.substring(before.length(), name.length() - after.length()))
        : Optional.empty();
  }

  private Compiler compiler(String folder) {
    return compilers.computeIfAbsent(folder, this::nearest);
  }

  private Compiler nearest(String folder) {
    String current = folder;
    while (true) {
      for (String name : List.of("tsconfig.json", "jsconfig.json")) {
        String path = within(current, name);
        if (root.isFile(path)) {
          return compiler(path, 0);
        }
      }
      if (current.isEmpty()) {
        return Compiler.NONE;
      }
      current = Root.parent(current);
    }
  }

  private Compiler compiler(String path, int chain) {
    Optional<JsonObject> json = read(path);
    if (json.isEmpty() || chain > LONGEST_CHAIN) {
      return Compiler.NONE;
    }
    Compiler inherited = text(json.get().get("extends")).filter(name -> name.startsWith("."))
        .flatMap(name -> Root.resolve(path, name.endsWith(".json") ? name : name + ".json"))
        .map(parent -> compiler(parent, chain + 1)).orElse(Compiler.NONE);
    if (!(json.get().get("compilerOptions") instanceof JsonObject options)) {
      return inherited;
    }
    String folder = Root.parent(path);
    Optional<String> base = text(options.get("baseUrl")).flatMap(name -> Root.resolveIn(folder, name));
    Map<String, List<String>> paths = inherited.paths;
    if (options.get("paths") instanceof JsonObject written) {
      paths = new LinkedHashMap<>();
      for (Map.Entry<String, JsonElement> entry : written.entrySet()) {
        paths.put(entry.getKey(), targets(entry.getValue(), base.orElse(folder)));
      }
    }
    return new Compiler(paths, base.or(() -> inherited.base));
  }

  private static List<String> targets(JsonElement value, String folder) {
    return texts(value).stream().flatMap(text -> Root.resolveIn(folder, text).stream()).toList();
  }

  /** The {@code imports} of the package that {@code folder} belongs to. */
  private List<String> ownImports(String specifier, String folder) {
    String current = folder;
    while (!manifests.containsKey(current) && !current.isEmpty()) {
      current = Root.parent(current);
    }
    JsonObject manifest = manifests.get(current);
    return manifest != null && manifest.get("imports") instanceof JsonObject imports
        ? mapped(imports, specifier, current)
        : List.of();
  }

  /** Files of a package that lies in the repository itself. */
  private List<String> inRepository(String specifier) {
    int slash = specifier.indexOf('/');
    if (specifier.startsWith("@") && slash > 0) {
      slash = specifier.indexOf('/', slash + 1);
    }
    String name = slash < 0 ? specifier : specifier.substring(0, slash);
    String folder = packages.get(name);
    if (folder == null) {
      return List.of();
    }
    String rest = slash < 0 ? "" : specifier.substring(slash + 1);
    var candidates = new ArrayList<String>();
    JsonObject manifest = manifests.getOrDefault(folder, new JsonObject());
    if (manifest.get("exports") instanceof JsonObject exports) {
      candidates.addAll(mapped(exports, rest.isEmpty() ? "." : "./" + rest, folder));
    }
    if (rest.isEmpty()) {
      for (String field : List.of("source", "types", "module", "main")) {
        text(manifest.get(field)).flatMap(path -> Root.resolveIn(folder, path)).ifPresent(candidates::add);
      }
      candidates.add(within(folder, "src/index"));
      candidates.add(within(folder, "index"));
    } else {
      candidates.add(within(folder, rest));
      candidates.add(within(folder, "src/" + rest));
    }
    return candidates;
  }

  private static List<String> mapped(JsonObject map, String specifier, String folder) {
    var candidates = new ArrayList<String>();
    for (Map.Entry<String, JsonElement> entry : map.entrySet()) {
      starred(entry.getKey(), specifier).ifPresent(part -> texts(entry.getValue())
          .forEach(target -> Root.resolveIn(folder, target.replace("*", part)).ifPresent(candidates::add)));
    }
    return candidates;
  }

  /** All texts in a value: its own, or those of its items and conditions. */
  private static List<String> texts(JsonElement value) {
    Collection<JsonElement> parts = switch (value) {
      case JsonArray array -> array.asList();
      case JsonObject object -> object.asMap().values();
      default -> List.of();
    };
    return parts.isEmpty()
        ? text(value).stream().toList()
        : parts.stream()
            .flatMap(part -> part instanceof JsonObject object ? texts(object).stream() : text(part).stream()).toList();
  }

  private static Optional<String> text(@org.jspecify.annotations.Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  private static String within(String folder, String name) {
    return folder.isEmpty() ? name : folder + '/' + name;
  }

  /** A settings file; empty if it is missing or no JSON, which costs the imports it would have named and nothing else. */
  private Optional<JsonObject> read(String path) {
    if (!root.isFile(path)) {
      return Optional.empty();
    }
    Optional<SourceFile> file = root.read(path, Span.startOf(path), new Diagnostics());
    try {
      return file.map(source -> JsonParser.parseString(source.text())).filter(JsonElement::isJsonObject)
          .map(JsonElement::getAsJsonObject);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }
}
