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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Damages one token in each of many files and counts the functions that are lost although the damage does not touch
 * them. Where the damaged text is a sound program for the TypeScript compiler too, the functions of that program count;
 * an arrow function without braces is also touched by damage to the token that ended it.
 * Run by {@code src/it/javascript-oracle/run.sh}.
 */
final class DamageComparison {
  private final Path folder;
  private int files;
  private int kept;
  private int functions;
  private int lost;
  private int gone;
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

  private void compare(JsonObject json) throws IOException {
    String name = json.get("file").getAsString();
    String text = new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    var damage = new Damage(json.get("start").getAsInt(), json.get("end").getAsInt(),
        json.get("replacement").getAsString());
    String damaged = damage.applied(text);
    List<SyntaxFacts.FunctionSpan> before = SyntaxFacts.of(Grammar.parse(text, Dialect.of(name))).functions();
    Set<SyntaxFacts.FunctionSpan> after = new HashSet<>(
        SyntaxFacts.of(Grammar.parse(damaged, Dialect.of(name))).functions());
    Optional<Set<SyntaxFacts.FunctionSpan>> sound = Optional.ofNullable(json.getAsJsonArray("functions"))
        .map(DamageComparison::spans);
    Set<SyntaxFacts.FunctionSpan> open = spans(json.getAsJsonArray("open"));
    List<String> missing = new ArrayList<>();
    for (SyntaxFacts.FunctionSpan span : before) {
      SyntaxFacts.FunctionSpan moved = damage.moved(span);
      if (damage.touches(span) || open.contains(span)) {
        continue;
      }
      if (sound.isPresent() && !sound.get().contains(moved)) {
        gone++;
        continue;
      }
      functions++;
      if (!after.contains(moved)) {
        missing.add(line(damaged, moved.start()) + "-" + line(damaged, moved.end()));
      }
    }
    files++;
    lost += missing.size();
    if (missing.isEmpty()) {
      kept++;
    } else {
      String token = text.substring(damage.start(), Math.min(damage.end(), damage.start() + 40)).replace('\n', ' ');
      failures.merge(json.get("kind").getAsString(), 1, Integer::sum);
      differences.add(name + ':' + line(text, damage.start()) + ": " + json.get("kind").getAsString() + " '" + token
          + "' loses the functions in lines " + String.join(", ", missing));
    }
  }

  private static Set<SyntaxFacts.FunctionSpan> spans(JsonArray pairs) {
    Set<SyntaxFacts.FunctionSpan> spans = new HashSet<>();
    pairs.forEach(pair -> spans.add(new SyntaxFacts.FunctionSpan(pair.getAsJsonArray().get(0).getAsInt(),
        pair.getAsJsonArray().get(1).getAsInt())));
    return spans;
  }

  private static long line(String text, int offset) {
    return text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  private void report() {
    differences.forEach(System.out::println);
    System.out.printf(
        "damaged files %d, of which all untouched functions kept in %d (%.2f %%); lost %d of %d functions; by kind %s;"
            + " %d functions are none for the compiler either, which reads the damaged text without an error%n",
        files, kept, 100.0 * kept / files, lost, functions, failures, gone);
  }
}
