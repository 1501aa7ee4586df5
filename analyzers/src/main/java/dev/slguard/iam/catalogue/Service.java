package dev.slguard.iam.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All that is known about one service. Immutable. */
public final class Service {
  private final String prefix;
  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final Map<String, String> keyTypes = new LinkedHashMap<>();
  private final List<ResourceType> resources = new ArrayList<>();

  /** Reads a file as {@code ServiceFiles} of src/catalog writes it. */
  Service(String prefix, List<String> lines) {
    this.prefix = prefix;
    var keys = new ArrayList<String>();
    var groups = new ArrayList<List<String>>();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case "K" -> {
          keys.add(fields[1]);
          keyTypes.put(fields[1].toLowerCase(Locale.ROOT), fields[2]);
        }
        case "R" -> resources.add(new ResourceType(fields[1], fields[2], pick(fields[3], keys)));
        case "G" -> groups.add(pick(fields[1], keys));
        case "A" -> actions.put(fields[1].toLowerCase(Locale.ROOT), action(fields, groups));
        default -> {
        }
      }
    }
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

  private Action action(String[] fields, List<List<String>> groups) {
    var levels = EnumSet.noneOf(AccessLevel.class);
    for (int i = 0; i < fields[2].length(); i++) {
      levels.add(AccessLevel.of(fields[2].charAt(i)));
    }
    var works = new ArrayList<ResourceType>();
    var keys = new LinkedHashSet<>(groups.get(Integer.parseInt(fields[4])));
    for (String number : split(fields[3])) {
      ResourceType type = resources.get(Integer.parseInt(number.replace("!", "")));
      works.add(type);
      keys.addAll(type.keys());
    }
    return new Action(prefix, fields[1], levels, works, fields[3].indexOf('!') >= 0, List.copyOf(keys),
        split(fields[5]));
  }

  /** The service's prefix in actions. */
  public String prefix() {
    return prefix;
  }

  /** The action of that name, whatever its case. */
  public Optional<Action> action(String name) {
    return Optional.ofNullable(actions.get(name.toLowerCase(Locale.ROOT)));
  }

  /** All actions, by name. */
  public List<Action> actions() {
    return List.copyOf(actions.values());
  }

  /** All types of resources. */
  public List<ResourceType> resources() {
    return List.copyOf(resources);
  }

  /** The type of a condition key: String, ArrayOfString, Bool, ARN, Numeric, Date, IPAddress, …; empty if unknown. */
  public Optional<String> keyType(String key) {
    return Optional.ofNullable(keyTypes.get(key.toLowerCase(Locale.ROOT)));
  }

  /** The condition keys that the service supplies, in lower case. */
  public List<String> keys() {
    return List.copyOf(keyTypes.keySet());
  }
}
