package dev.slguard.template.sam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS managed policies by name, as SAM accepts them in Policies. */
final class ManagedPolicies {
  private ManagedPolicies() {}

  /** Loaded when a template first names a policy. */
  private static final class Loaded {
    private static final Map<String, String[]> ENTRIES = load();

    private static Map<String, String[]> load() {
      var entries = new HashMap<String, String[]>();
      for (String line : lines("managed-policies.txt")) {
        String[] fields = line.split(" ");
        entries.put(fields[0], new String[]{fields[1].equals("=") ? fields[0] : fields[1], fields[2]});
      }
      return Map.copyOf(entries);
    }
  }

  /** The lines of the embedded file {@code name} that are no comments. */
  static List<String> lines(String name) {
    return text(name).lines().filter(line -> !line.startsWith("#")).toList();
  }

  /** The embedded file {@code name}. */
  static String text(String name) {
    try (InputStream in = ManagedPolicies.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("embedded file " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ARN of the managed policy {@code name} in {@code partition}; empty if that partition has none of that name. */
  static Optional<String> arn(String name, String partition) {
    String[] entry = Loaded.ENTRIES.get(name);
    String letter = switch (partition) {
      case "aws-cn" -> "c";
      case "aws-us-gov" -> "g";
      case "aws-eusc" -> "e";
      default -> "a";
    };
    return entry != null && entry[1].contains(letter)
        ? Optional.of("arn:" + partition + ":iam::aws:policy/" + entry[0])
        : Optional.empty();
  }
}
