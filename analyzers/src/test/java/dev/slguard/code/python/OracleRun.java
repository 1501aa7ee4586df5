package dev.slguard.code.python;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Routine;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares the parser with CPython's over files that {@code src/it/python-oracle/run.sh} fetched: the argument is what
 * its {@code facts.mjs} wrote. Prints figures and every file that differs; exits with 1 if the shares of issue 6 are
 * missed.
 */
final class OracleRun {
  private static final double PARSED = 0.995;
  private static final double EQUAL = 0.999;

  private final Gson gson = new Gson();
  private final List<String> sources = new ArrayList<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private int files;
  private int parsed;
  private int equal;
  private long lines;

  private OracleRun() {}

  /** Runs the comparison over the facts file {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    var run = new OracleRun();
    try (var facts = Files.lines(Path.of(args[0]))) {
      for (String line : (Iterable<String>) facts::iterator) {
        run.compare(line);
      }
    }
    run.report();
    run.lowering();
    new DamageRun(run.sources, 1000).damage(20261125);
    run.speed();
    run.doubling();
    System.exit(run.parsed >= PARSED * run.files && run.equal >= EQUAL * run.files ? 0 : 1);
  }

  private void compare(String line) throws IOException {
    JsonObject said = gson.fromJson(line, JsonObject.class);
    String file = said.get("file").getAsString();
    if (!said.get("ok").getAsBoolean()) {
      refused.merge(said.get("error").getAsString().replaceFirst("[:(].*", ""), 1, Integer::sum);
      return;
    }
    String text = Files.readString(Path.of(file));
    String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
    sources.add(source);
    lines += source.lines().count();
    files++;
    SyntaxFacts facts = SyntaxFacts.of(source);
    if (facts.errors() == 0) {
      parsed++;
    } else {
      var diagnostics = new Diagnostics();
      PythonParser.parse(SourceFile.of(file, source), diagnostics);
      System.out.println(
          "not parsed: " + diagnostics.toList().getFirst().at() + ' ' + diagnostics.toList().getFirst().message());
    }
    boolean same = same(file, "functions", said, facts.functions());
    same &= same(file, "calls", said, facts.calls());
    same &= same(file, "texts", said, facts.texts());
    same &= same(file, "imports", said, facts.imports());
    if (same) {
      equal++;
    }
  }

  private static boolean same(String file, String about, JsonObject said, List<String> ours) {
    List<String> theirs = new ArrayList<>();
    JsonArray array = said.getAsJsonArray(about);
    for (JsonElement item : array) {
      theirs.add(item.getAsString());
    }
    Collections.sort(theirs);
    if (theirs.equals(ours)) {
      return true;
    }
    var missing = new ArrayList<>(theirs);
    ours.forEach(missing::remove);
    var extra = new ArrayList<>(ours);
    theirs.forEach(extra::remove);
    System.out
        .println("differs: " + file + ' ' + about + ": CPython has " + shown(missing) + ", we have " + shown(extra));
    return false;
  }

  private static String shown(List<String> facts) {
    String all = facts.stream().limit(3).toList().toString();
    return all.length() > 300 ? all.substring(0, 300) + '…' : all;
  }

  private void report() {
    System.out.printf("%d files, %d lines; fully parsed %d (%.3f %%), equal %d (%.3f %%); refused by CPython: %s%n",
        files, lines, parsed, 100.0 * parsed / files, equal, 100.0 * equal / files, refused);
  }

  /** How many of the calls written are calls of the intermediate representation; annotations and dead code have none. */
  private void lowering() {
    var frontEnd = new PythonFrontEnd();
    long written = 0;
    long lowered = 0;
    for (String source : sources) {
      var spans = new HashSet<Span>();
      collect(frontEnd.lower(SourceFile.of("x.py", source), new Diagnostics()).body(), spans);
      for (Span span : SyntaxFacts.of(source).callSpans()) {
        written++;
        lowered += spans.contains(span) ? 1 : 0;
      }
    }
    System.out.printf("%d of %d calls lowered (%.2f %%)%n", lowered, written, 100.0 * lowered / written);
  }

  private static void collect(Routine routine, Set<Span> spans) {
    for (Block block : routine.blocks()) {
      for (Instruction instruction : block.instructions()) {
        switch (instruction) {
          case Instruction.Call call -> spans.add(call.at());
          case Instruction.MakeClosure made -> collect(made.routine(), spans);
          case Instruction.MakeClass made -> made.definition().methods().forEach(method -> collect(method, spans));
          default -> {
          }
        }
      }
    }
  }

  private void speed() {
    var frontEnd = new PythonFrontEnd();
    for (int pass = 0; pass < 4; pass++) {
      System.out.printf("pass %d: parse %.0f lines/s, parse and lower %.0f lines/s%n", pass,
          rate(text -> PythonParser.parse(SourceFile.of("x.py", text), new Diagnostics())),
          rate(text -> frontEnd.lower(SourceFile.of("x.py", text), new Diagnostics())));
    }
  }

  private double rate(Consumer<String> action) {
    long before = System.nanoTime();
    sources.forEach(action);
    return lines / ((System.nanoTime() - before) / 1e9);
  }

  /** Many files as one, and that repeated: the time for twice the text is to be about twice the time. */
  private void doubling() {
    var joined = new StringBuilder();
    for (int i = 0; i < sources.size() && joined.length() < 1_000_000; i++) {
      joined.append(sources.get(i)).append('\n');
    }
    String text = joined.toString();
    var frontEnd = new PythonFrontEnd();
    for (int times = 1; times <= 8; times *= 2) {
      String repeated = text.repeat(times);
      long best = Long.MAX_VALUE;
      for (int pass = 0; pass < 3; pass++) {
        long before = System.nanoTime();
        frontEnd.lower(SourceFile.of("x.py", repeated), new Diagnostics());
        best = Math.min(best, System.nanoTime() - before);
      }
      System.out.printf("%d characters: %d ms%n", repeated.length(), best / 1_000_000);
    }
  }
}
