package dev.slguard.catalog.iam;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One file a service: {@code K} lines are condition keys with their type, {@code R} lines resource types with ARN format
 * and keys, {@code G} lines groups of keys, {@code A} lines actions with levels, resource types ({@code !} if required),
 * key group and companion actions. Numbers count the lines of a kind from 0.
 */
final class ServiceFiles {
  private final Path data;
  private final JsonObject companions;
  private final Map<String, Set<String>> actions = new TreeMap<>();
  private int count;

  ServiceFiles(Path data, JsonObject companions) {
    this.data = data;
    this.companions = companions;
  }

  /** Names of all actions by service prefix. */
  Map<String, Set<String>> actions() {
    return actions;
  }

  int count() {
    return count;
  }

  List<String> write(Path folder) throws IOException {
    var prefixes = new ArrayList<String>();
    try (Stream<Path> files = Files.list(data.resolve("actions"))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        prefixes.add(name.substring(0, name.length() - ".json".length()));
      }
    }
    for (String prefix : prefixes) {
      IamCatalogue.write(folder.resolve(prefix.toLowerCase(Locale.ROOT) + ".tsv"), service(prefix));
    }
    IamCatalogue.write(folder.resolve("index.txt"), prefixes);
    return prefixes;
  }

  private List<String> service(String prefix) throws IOException {
    var keys = new LinkedHashMap<String, Integer>();
    var types = new ArrayList<String>();
    for (JsonElement entry : sorted("conditionKeys", prefix)) {
      JsonObject key = entry.getAsJsonObject();
      keys.put(text(key, "key"), keys.size());
      types.add("K\t" + text(key, "key") + '\t' + text(key, "type"));
    }
    var resources = new LinkedHashMap<String, Integer>();
    var formats = new ArrayList<String>();
    for (JsonElement entry : sorted("resourceTypes", prefix)) {
      JsonObject resource = entry.getAsJsonObject();
      resources.put(text(resource, "key"), resources.size());
      formats.add("R\t" + text(resource, "key") + '\t' + text(resource, "arn") + '\t'
          + numbers(texts(resource, "conditionKeys"), keys, types));
    }
    var groups = new LinkedHashMap<String, Integer>();
    var lines = new ArrayList<String>();
    var names = new TreeSet<String>();
    for (JsonElement entry : sorted("actions", prefix)) {
      JsonObject action = entry.getAsJsonObject();
      names.add(text(action, "name"));
      lines.add(action(prefix, action, resources, keys, types, groups));
    }
    actions.put(prefix, names);
    count += names.size();
    var all = new ArrayList<>(types);
    all.addAll(formats);
    groups.keySet().forEach(group -> all.add("G\t" + group));
    all.addAll(lines);
    return all;
  }

  private String action(String prefix, JsonObject action, Map<String, Integer> resources, Map<String, Integer> keys,
      List<String> types, Map<String, Integer> groups) {
    var own = new TreeSet<>(texts(action, "conditionKeys"));
    var works = new ArrayList<String>();
    for (JsonElement entry : action.getAsJsonArray("resourceTypes")) {
      JsonObject type = entry.getAsJsonObject();
      own.addAll(texts(type, "conditionKeys"));
      Integer number = resources.get(text(type, "name"));
      if (number != null) {
        works.add(number + (type.get("required").getAsBoolean() ? "!" : ""));
      }
    }
    String group = numbers(List.copyOf(own), keys, types);
    int groupNumber = groups.computeIfAbsent(group, _ -> groups.size());
    return "A\t" + text(action, "name") + '\t' + levels(text(action, "accessLevel")) + '\t' + String.join(",", works)
        + '\t' + groupNumber + '\t' + String.join(",", companions(prefix, text(action, "name")));
  }

  private static String levels(String text) {
    var letters = new StringBuilder();
    for (String level : text.split(",")) {
      String name = level.strip();
      letters.append(switch (name) {
        case "Read" -> 'R';
        case "List" -> 'L';
        case "Write" -> 'W';
        case "Tagging" -> 'T';
        case "Permissions management" -> 'P';
        default -> throw new IllegalArgumentException("unknown access level '" + name + "'");
      });
    }
    return letters.toString();
  }

  private Set<String> companions(String prefix, String name) {
    var found = new TreeSet<String>();
    if (companions.get(prefix) instanceof JsonObject service
        && service.getAsJsonObject("privileges").get(name) instanceof JsonObject privilege) {
      for (JsonElement type : privilege.getAsJsonObject("resource_types").asMap().values()) {
        found.addAll(texts(type.getAsJsonObject(), "dependent_actions"));
      }
    }
    return found;
  }

  private static String numbers(List<String> names, Map<String, Integer> keys, List<String> types) {
    var numbers = new ArrayList<String>();
    for (String name : names) {
      int number = keys.computeIfAbsent(name, _ -> {
        types.add("K\t" + name + "\tString");
        return keys.size();
      });
      numbers.add(String.valueOf(number));
    }
    return String.join(",", numbers);
  }

  private List<JsonElement> sorted(String kind, String prefix) throws IOException {
    Path file = data.resolve(kind).resolve(prefix + ".json");
    if (!Files.exists(file)) {
      return List.of();
    }
    return List.copyOf(new TreeMap<>(IamCatalogue.json(file).getAsJsonObject().asMap()).values());
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }

  private static List<String> texts(JsonObject object, String key) {
    var texts = new ArrayList<String>();
    if (object.has(key)) {
      object.getAsJsonArray(key).forEach(item -> texts.add(item.getAsString()));
    }
    return texts;
  }
}
