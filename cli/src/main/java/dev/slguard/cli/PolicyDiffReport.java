package dev.slguard.cli;

import com.google.gson.stream.JsonWriter;
import dev.slguard.graph.policy.PolicyComparison.Change;
import dev.slguard.iam.compare.Wider;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.TextPattern;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what {@code policy diff} found. */
final class PolicyDiffReport {
  private PolicyDiffReport() {}

  /** A block a principal or resource, a line with an example a difference. */
  static void text(List<Change> changes, PrintStream out) {
    if (changes.isEmpty()) {
      out.append("Both versions allow the same.\n");
    }
    int broader = 0;
    int narrower = 0;
    for (Change change : changes) {
      out.append(title(change)).append('\n');
      change.broader().forEach(one -> line('+', one, out));
      change.narrower().forEach(one -> line('-', one, out));
      broader += change.broader().size();
      narrower += change.narrower().size();
    }
    if (!changes.isEmpty()) {
      out.append("\n").append(broader > 0 ? "NEW is broader: " : "NEW is not broader: ")
          .append(count(broader, "entry", "entries")).append(" more, ").append(count(narrower, "entry", "entries"))
          .append(" less");
      long cut = changes.stream()
          .flatMap(change -> Stream.concat(change.broader().stream(), change.narrower().stream())).filter(Wider::cut)
          .count();
      out.append(cut > 0 ? ", of which " + cut + " could not be compared to the end\n" : "\n");
    }
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static String title(Change change) {
    return switch (change.kind()) {
      case IDENTITY -> "What " + quoted(change.subject()) + " may do";
      case TRUST -> "Who may assume " + quoted(change.subject());
      case RESOURCE -> "Who may use " + quoted(change.subject());
    };
  }

  private static void line(char sign, Wider one, PrintStream out) {
    out.append("  ").append(sign).append(' ');
    one.principal().ifPresent(principal -> out.append(clean(word(principal))).append(": "));
    out.append(clean(one.action().text())).append(" on ").append(clean(one.resource().text())).append("   (")
        .append(clean(one.by().label())).append(", ").append(clean(one.action().at().toString())).append(")\n");
    if (one.cut()) {
      out.append(
          "      not settled: comparing its patterns with all others costs too much, so it may be no difference\n");
      return;
    }
    if (one.example().isEmpty()) {
      out.append("      no example found: the difference hangs on conditions or on values that deployment decides\n");
      return;
    }
    Wider.Example example = one.example().get();
    out.append("      for example ");
    if (one.by().principals().isPresent()) {
      out.append(clean(example.principal())).append(" calls ");
    }
    out.append(clean(example.action())).append(" on ").append(clean(example.resource()));
    String separator = " with ";
    for (Map.Entry<String, List<String>> key : example.context().entrySet()) {
      out.append(separator).append(clean(key.getKey())).append(" = ").append(clean(String.join(", ", key.getValue())));
      separator = " and ";
    }
    out.append('\n');
  }

  private static String quoted(String text) {
    return '\'' + clean(text) + '\'';
  }

  /** Input must not steer the terminal. */
  private static String clean(String text) {
    var clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      clean.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c);
    }
    return clean.toString();
  }

  private static String word(Principal principal) {
    return switch (principal) {
      case Principal.Everyone _ -> "everyone";
      case Principal.Aws(TextPattern name) -> name.text();
      case Principal.Service(TextPattern name) -> name.text();
      case Principal.Federated(TextPattern name) -> name.text();
      case Principal.Canonical(TextPattern name) -> name.text();
      case Principal.Undecided _ -> "a principal decided at deployment";
    };
  }

  /** {@code {"version":1,"broader","narrower","differences":[…]}}; {@code settled} is false where work was cut; examples as {@code policy simulate} takes requests. */
  static void json(List<Change> changes, PrintStream out) throws IOException {
    var json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.setIndent("  ");
    json.setHtmlSafe(false);
    json.beginObject().name("version").value(1);
    json.name("broader").value(changes.stream().anyMatch(change -> !change.broader().isEmpty()));
    json.name("narrower").value(changes.stream().anyMatch(change -> !change.narrower().isEmpty()));
    json.name("differences").beginArray();
    for (Change change : changes) {
      for (Wider one : change.broader()) {
        write(change, "broader", one, json);
      }
      for (Wider one : change.narrower()) {
        write(change, "narrower", one, json);
      }
    }
    json.endArray().endObject().flush();
    out.append('\n');
  }

  private static void write(Change change, String direction, Wider one, JsonWriter json) throws IOException {
    json.beginObject().name("subject").value(change.subject());
    json.name("kind").value(change.kind().name().toLowerCase(Locale.ROOT)).name("direction").value(direction);
    if (one.principal().isPresent()) {
      json.name("principal")
          .value(one.principal().get() instanceof Principal.Everyone ? "*" : word(one.principal().get()));
    }
    json.name("action").value(one.action().text()).name("resource").value(one.resource().text());
    json.name("policy").value(one.by().source().name());
    Optional<String> sid = one.by().sid();
    if (sid.isPresent()) {
      json.name("sid").value(sid.get());
    }
    json.name("file").value(one.action().at().file()).name("line").value(one.action().at().line()).name("column")
        .value(one.action().at().column());
    json.name("settled").value(!one.cut());
    if (one.example().isPresent()) {
      Wider.Example example = one.example().get();
      json.name("example").beginObject().name("principal").value(example.principal()).name("action")
          .value(example.action()).name("resource").value(example.resource()).name("context").beginObject();
      for (Map.Entry<String, List<String>> key : example.context().entrySet()) {
        json.name(key.getKey()).beginArray();
        for (String value : key.getValue()) {
          json.value(value);
        }
        json.endArray();
      }
      json.endObject().endObject();
    }
    json.endObject();
  }
}
