package dev.slguard.template.sam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The properties that each SAM type takes, as of the embedded data. */
final class ResourceProperties {
  private ResourceProperties() {}

  private record Names(Set<String> all, List<String> required, List<String> globals) {}

  private static final class Loaded {
    private static final Map<String, Names> TYPES = load();

    private static Map<String, Names> load() {
      var types = new LinkedHashMap<String, Names>();
      for (String line : ManagedPolicies.lines("properties.txt")) {
        var names = new Names(new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
        String[] fields = line.split(" ");
        for (int i = 1; i < fields.length; i++) {
          String name = fields[i].replace("!", "").replace("+", "");
          names.all().add(name);
          if (fields[i].indexOf('!') > 0) {
            names.required().add(name);
          }
          if (fields[i].indexOf('+') > 0) {
            names.globals().add(name);
          }
        }
        types.put("AWS::Serverless::" + fields[0], names);
      }
      return types;
    }
  }

  private static Names names(String type) {
    Names names = Loaded.TYPES.get(type);
    return names == null ? new Names(Set.of(), List.of(), List.of()) : names;
  }

  /** Whether {@code type} is one of SAM's. */
  static boolean knows(String type) {
    return Loaded.TYPES.containsKey(type);
  }

  /** All properties of {@code type}, in order; empty if it is no SAM type. */
  static Set<String> of(String type) {
    return names(type).all();
  }

  /** Whether {@code type} has the property {@code name}. */
  static boolean takes(String type, String name) {
    return names(type).all().contains(name);
  }

  /** Those that must be written. */
  static List<String> required(String type) {
    return names(type).required();
  }

  /** Those that may stand in Globals. */
  static List<String> globals(String type) {
    return names(type).globals();
  }
}
