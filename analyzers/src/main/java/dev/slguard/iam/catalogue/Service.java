package dev.slguard.iam.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All that is known about one service. Thread-safe; what is not asked for is not parsed. */
public final class Service {
  private static final char KEY = 'K';
  private static final char RESOURCE = 'R';
  private static final char GROUP = 'G';
  private static final char ACTION = 'A';

  private final String prefix;
  /** Lines of each action by its name in lower case. */
  private final Map<String, String> lines = new LinkedHashMap<>();
  private final List<String> others;
  private final Map<String, Action> parsed = new ConcurrentHashMap<>();
  /** Made when first asked for; two threads may make it twice. */
  private @Nullable Types types;

  /** Condition keys with their types, kinds of resources, and sets of keys that several actions share. */
  private record Types(Map<String, String> keys, List<ResourceType> resources, List<List<String>> groups,
      Map<String, Works> works, Map<String, Set<AccessLevel>> levels) {}

  /** What many actions share: kinds of resources they work on, and condition keys. */
  private record Works(List<ResourceType> resources, List<String> keys) {}

  /** Reads a file as {@code ServiceFiles} of src/catalog writes it. */
  Service(String prefix, List<String> file) {
    this.prefix = prefix;
    var rest = new ArrayList<String>();
    for (String line : file) {
      if (line.charAt(0) == ACTION) {
        lines.put(line.substring(2, line.indexOf('\t', 2)).toLowerCase(Locale.ROOT), line);
      } else {
        rest.add(line);
      }
    }
    this.others = List.copyOf(rest);
  }

  private Types types() {
    Types made = types;
    if (made == null) {
      made = readTypes();
      types = made;
    }
    return made;
  }

  private Types readTypes() {
    var keys = new ArrayList<String>();
    var keyTypes = new LinkedHashMap<String, String>();
    var resources = new ArrayList<ResourceType>();
    var groups = new ArrayList<List<String>>();
    for (String line : others) {
      String[] fields = line.split("\t", -1);
      switch (line.charAt(0)) {
        case KEY -> {
          keys.add(fields[1]);
          keyTypes.put(fields[1].toLowerCase(Locale.ROOT), fields[2]);
        }
        case RESOURCE -> resources.add(new ResourceType(fields[1], fields[2], pick(fields[3], keys)));
        case GROUP -> groups.add(pick(fields[1], keys));
        default -> {
        }
      }
    }
    return new Types(keyTypes, resources, groups, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private static List<String> pick(String numbers, List<String> from) {
    var picked = new ArrayList<String>();
    for (String number : split(numbers)) {
      picked.add(from.get(Integer.parseInt(number)));
    }
    return picked;
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  private Action parse(String line) {
    String[] fields = line.split("\t", -1);
    Types known = types();
    Works works = known.works.computeIfAbsent(fields[3] + ' ' + fields[4], _ -> works(fields[3], fields[4], known));
    Set<AccessLevel> levels = known.levels.computeIfAbsent(fields[2], Service::levels);
    return new Action(prefix, fields[1], levels, works.resources, fields[3].indexOf('!') >= 0, works.keys,
        split(fields[5]));
  }

  private static Set<AccessLevel> levels(String letters) {
    var levels = EnumSet.noneOf(AccessLevel.class);
    for (int i = 0; i < letters.length(); i++) {
      levels.add(AccessLevel.of(letters.charAt(i)));
    }
    return Set.copyOf(levels);
  }

  private static Works works(String numbers, String group, Types known) {
    var resources = new ArrayList<ResourceType>();
    var keys = new LinkedHashSet<>(known.groups.get(Integer.parseInt(group)));
    for (String number : split(numbers)) {
      ResourceType type = known.resources.get(Integer.parseInt(number.replace("!", "")));
      resources.add(type);
      keys.addAll(type.keys());
    }
    return new Works(List.copyOf(resources), List.copyOf(keys));
  }

  /** The service's prefix in actions. */
  public String prefix() {
    return prefix;
  }

  /** The action of that name, whatever its case. */
  public Optional<Action> action(String name) {
    return ofLowerCase(name.toLowerCase(Locale.ROOT));
  }

  private Optional<Action> ofLowerCase(String name) {
    String line = lines.get(name);
    return line == null ? Optional.empty() : Optional.of(parsed.computeIfAbsent(name, _ -> parse(line)));
  }

  /** The names of all actions in lower case, in their order. */
  Collection<String> names() {
    return lines.keySet();
  }

  /** All actions, by name. */
  public List<Action> actions() {
    return lines.keySet().stream().flatMap(name -> ofLowerCase(name).stream()).toList();
  }

  /** All types of resources. */
  public List<ResourceType> resources() {
    return List.copyOf(types().resources);
  }

  /** The type of a condition key: String, ArrayOfString, Bool, ARN, Numeric, Date, IPAddress, …; empty if unknown. */
  public Optional<String> keyType(String key) {
    return Optional.ofNullable(types().keys.get(key.toLowerCase(Locale.ROOT)));
  }

  /** The condition keys that the service supplies, in lower case. */
  public List<String> keys() {
    return List.copyOf(types().keys.keySet());
  }
}
