package dev.slguard.code.javascript;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Damages one token in each of many files and counts the functions that are lost although the damage does not touch
 * them. Run by {@code src/it/javascript-oracle/run.sh}.
 */
final class DamageComparison {
  private final Path folder;
  private int files;
  private int kept;
  private int functions;
  private int lost;
  private final TreeMap<String, Integer> failures = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  private DamageComparison(Path folder) {
    this.folder = folder;
  }

  /** Arguments: the folder of the sources, the file of the damages as {@code damage.mjs} writes them. */
  public static void main(String[] arguments) throws Exception {
    var comparison = new DamageComparison(Path.of(arguments[0]));
    var thread = new Thread(null, () -> comparison.compareAll(Path.of(arguments[1])), "comparison", 1L << 30);
    thread.start();
    thread.join();
    comparison.report();
  }

  private void compareAll(Path damages) {
    try (BufferedReader reader = Files.newBufferedReader(damages)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        compare(JsonParser.parseString(line).getAsJsonObject());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A damage: the text from {@code start} up to {@code end} is replaced. */
  record Damage(int start, int end, String replacement) {
    String applied(String text) {
      return text.substring(0, start) + replacement + text.substring(end);
    }

    boolean touches(SyntaxFacts.FunctionSpan span) {
      return span.start() < end && start < span.end();
    }

    SyntaxFacts.FunctionSpan moved(SyntaxFacts.FunctionSpan span) {
      int by = span.start() >= end ? replacement.length() - (end - start) : 0;
      return new SyntaxFacts.FunctionSpan(span.start() + by, span.end() + by);
    }
  }

  private static Damage damage(JsonObject json, String text) {
    JsonArray first = json.getAsJsonArray("first");
    JsonArray second = json.getAsJsonArray("second");
    int start = first.get(0).getAsInt();
    int end = first.get(1).getAsInt();
    String token = text.substring(start, end);
    int behind = second.get(0).getAsInt();
    int last = second.get(1).getAsInt();
    return switch (json.get("kind").getAsString()) {
      case "delete" -> new Damage(start, end, " ");
      case "double" -> new Damage(start, end, token + ' ' + token);
      default ->
        new Damage(start, last, text.substring(behind, last) + ' ' + text.substring(end, behind) + token + ' ');
    };
  }

  private void compare(JsonObject json) throws IOException {
    String name = json.get("file").getAsString();
    String text = new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    Damage damage = damage(json, text);
    String damaged = damage.applied(text);
    List<SyntaxFacts.FunctionSpan> before = SyntaxFacts.of(Grammar.parse(text, Dialect.of(name))).functions();
    Set<SyntaxFacts.FunctionSpan> after = new HashSet<>(
        SyntaxFacts.of(Grammar.parse(damaged, Dialect.of(name))).functions());
    int missing = 0;
    for (SyntaxFacts.FunctionSpan span : before) {
      if (!damage.touches(span)) {
        functions++;
        if (!after.contains(damage.moved(span))) {
          missing++;
        }
      }
    }
    files++;
    lost += missing;
    if (missing == 0) {
      kept++;
    } else {
      String token = text.substring(damage.start(), Math.min(damage.end(), damage.start() + 40)).replace('\n', ' ');
      failures.merge(json.get("kind").getAsString(), 1, Integer::sum);
      long line = text.substring(0, damage.start()).chars().filter(c -> c == '\n').count() + 1;
      differences.add(name + ':' + line + ": " + json.get("kind").getAsString() + " '" + token + "' loses " + missing);
    }
  }

  private void report() {
    differences.forEach(System.out::println);
    System.out.printf(
        "damaged files %d, of which all untouched functions kept in %d (%.2f %%); lost %d of %d functions; by kind %s%n",
        files, kept, 100.0 * kept / files, lost, functions, failures);
  }
}
