package dev.slguard.iam.escalation;

import dev.slguard.iam.escalation.Method.Kind;
import dev.slguard.iam.escalation.Method.Precondition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The methods of {@code paths.tsv}. */
final class Methods {
  private Methods() {}

  /** All of them, in the order of the file. */
  static List<Method> read() {
    var methods = new ArrayList<Method>();
    try (InputStream in = Objects.requireNonNull(Methods.class.getResourceAsStream("paths.tsv"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          methods.add(method(line.split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of escalation methods is damaged", e);
    }
    return methods;
  }

  private static Method method(String[] fields) {
    var needs = new ArrayList<List<String>>();
    for (String need : fields[4].split(" ")) {
      needs.add(List.of(need.split("\\|")));
    }
    Precondition precondition = fields[3].equals("-")
        ? Precondition.NONE
        : Precondition.valueOf(fields[3].toUpperCase(Locale.ROOT));
    return new Method(fields[0], Kind.valueOf(fields[1].toUpperCase(Locale.ROOT)),
        Optional.of(fields[2]).filter(service -> !service.equals("-")), precondition, needs, fields[5]);
  }
}
