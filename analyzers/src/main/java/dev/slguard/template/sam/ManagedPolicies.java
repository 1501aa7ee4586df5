package dev.slguard.template.sam;

import dev.slguard.source.SortedLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** AWS managed policies by name, as SAM accepts them in Policies. */
final class ManagedPolicies {
  private ManagedPolicies() {}

  /** Loaded when a template first names a policy. */
  private static final class Loaded {
    private static final SortedLines ENTRIES = new SortedLines(text("managed-policies.txt"));
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
    String letter = switch (partition) {
      case "aws-cn" -> "c";
      case "aws-us-gov" -> "g";
      case "aws-eusc" -> "e";
      default -> "a";
    };
    return Loaded.ENTRIES.find(name).map(line -> line.split(" ")).filter(fields -> fields[1].contains(letter))
        .map(fields -> "arn:" + partition + ":iam::aws:policy/" + (fields[0].equals("=") ? name : fields[0]));
  }
}
