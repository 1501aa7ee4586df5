package dev.slguard.code.javascript;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares our syntax trees with what the TypeScript compiler said of the same files. Run by
 * {@code src/it/javascript-oracle/run.sh}, which says what to give it and how to read the figures.
 */
final class OracleComparison {
  private final Path folder;
  private int files;
  private int invalid;
  private int equal;
  private int parsed;
  private long lines;
  private long characters;
  private final List<String> differences = new ArrayList<>();

  private OracleComparison(Path folder) {
    this.folder = folder;
  }

  /** Arguments: the folder of the sources, the file of the oracle's JSON lines. */
  public static void main(String[] arguments) throws Exception {
    var comparison = new OracleComparison(Path.of(arguments[0]));
    // Our own walk of the tree recurses along chains of calls, which real code makes thousands of links long.
    var thread = new Thread(null, () -> comparison.compareAll(Path.of(arguments[1])), "comparison", 1L << 30);
    thread.start();
    thread.join();
    comparison.report();
  }

  private void compareAll(Path oracle) {
    try (BufferedReader reader = Files.newBufferedReader(oracle)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        compare(JsonParser.parseString(line).getAsJsonObject());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void compare(JsonObject expected) throws IOException {
    String name = expected.get("file").getAsString();
    if (expected.get("errors").getAsInt() > 0) {
      invalid++;
      return;
    }
    String text = new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    files++;
    characters += text.length();
    lines += text.lines().count();
    Program program = Grammar.parse(text, Dialect.of(name));
    if (program.problems().isEmpty()) {
      parsed++;
    } else {
      Tokenizer.Problem first = program.problems().getFirst();
      differences.add(name + ':' + lineOf(text, first.start()) + ": " + first.message());
      return;
    }
    String difference = difference(facts(expected), SyntaxFacts.of(program), text);
    if (difference.isEmpty()) {
      equal++;
    } else {
      differences.add(name + ": " + difference);
    }
  }

  static SyntaxFacts.Facts facts(JsonObject json) {
    var functions = new ArrayList<SyntaxFacts.FunctionSpan>();
    for (JsonElement element : json.getAsJsonArray("functions")) {
      JsonArray span = element.getAsJsonArray();
      functions.add(new SyntaxFacts.FunctionSpan(span.get(0).getAsInt(), span.get(1).getAsInt()));
    }
    var calls = new ArrayList<SyntaxFacts.CallSite>();
    for (JsonElement element : json.getAsJsonArray("calls")) {
      JsonArray call = element.getAsJsonArray();
      calls.add(new SyntaxFacts.CallSite(call.get(0).getAsInt(), call.get(1).getAsInt(), call.get(2).getAsInt()));
    }
    var strings = new ArrayList<SyntaxFacts.StringLiteral>();
    for (JsonElement element : json.getAsJsonArray("strings")) {
      JsonArray string = element.getAsJsonArray();
      strings.add(new SyntaxFacts.StringLiteral(string.get(0).getAsInt(), string.get(1).getAsString()));
    }
    List<String> imports = json.getAsJsonArray("imports").asList().stream().map(JsonElement::getAsString).toList();
    return new SyntaxFacts.Facts(functions, calls, strings, imports).sorted();
  }

  /** The first difference, with its line; empty if there is none. */
  static String difference(SyntaxFacts.Facts expected, SyntaxFacts.Facts actual, String text) {
    String result = first("functions", expected.functions(), actual.functions());
    result = result.isEmpty() ? first("calls", expected.calls(), actual.calls()) : result;
    result = result.isEmpty() ? first("strings", expected.strings(), actual.strings()) : result;
    result = result.isEmpty() ? first("imports", expected.imports(), actual.imports()) : result;
    int at = result.indexOf("start=");
    if (at < 0) {
      return result;
    }
    int end = at + 6;
    while (end < result.length() && Character.isDigit(result.charAt(end))) {
      end++;
    }
    return "line " + lineOf(text, Integer.parseInt(result, at + 6, end, 10)) + ": " + result;
  }

  private static <T> String first(String what, List<T> expected, List<T> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String one = i < expected.size() ? expected.get(i).toString() : "nothing";
      String other = i < actual.size() ? actual.get(i).toString() : "nothing";
      if (i >= expected.size() || i >= actual.size() || !expected.get(i).equals(actual.get(i))) {
        return what + ": expected " + one + ", found " + other;
      }
    }
    return "";
  }

  private static long lineOf(String text, int offset) {
    return text.substring(0, Math.min(offset, text.length())).chars().filter(c -> c == '\n').count() + 1;
  }

  private void report() {
    differences.forEach(System.out::println);
    System.out.printf("files %d, lines %d, characters %d; left out because the oracle finds errors: %d%n", files, lines,
        characters, invalid);
    System.out.printf("fully parsed %d (%.2f %%), facts equal %d (%.2f %%)%n", parsed, 100.0 * parsed / files, equal,
        100.0 * equal / files);
  }
}
