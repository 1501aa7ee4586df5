package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.Flow;
import dev.slguard.code.flow.FlowEngine;
import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.java.JavaFrontEnd;
import dev.slguard.code.javascript.JavaScriptFrontEnd;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Libraries;
import dev.slguard.code.python.PythonFrontEnd;
import dev.slguard.model.EventShape;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Scores the labelled flows in {@code testdata/flows}: each folder or file below a language is a program of its own,
 * {@code slguard:expect RULE} marks the line of a sink that must be reported, any other report is false. A line
 * {@code slguard:trigger SHAPE [authenticated]} states what starts the handlers of the file, HTTP_API_V2 by default.
 * Handlers are those that lines {@code slguard:handler SYMBOL [SHAPE [authenticated]]} name, as a template would, by
 * convention in a program without such a line.
 */
class FlowsTest {
  private static final Path FLOWS = Path.of("../testdata/flows");

  /** One program and what is wrong about its findings. */
  private record Score(int expected, int found, int safe, int falseAlarms, List<String> remarks) {
    Score and(Score other) {
      List<String> all = new ArrayList<>(remarks);
      all.addAll(other.remarks);
      return new Score(expected + other.expected, found + other.found, safe + other.safe,
          falseAlarms + other.falseAlarms, all);
    }
  }

  @Test
  void java_flows_are_found_and_their_safe_twins_are_not() throws IOException {
    check(new JavaFrontEnd());
  }

  @Test
  void python_flows_are_found_and_their_safe_twins_are_not() throws IOException {
    check(new PythonFrontEnd());
  }

  @Test
  void javascript_flows_are_found_and_their_safe_twins_are_not() throws IOException {
    check(new JavaScriptFrontEnd());
  }

  private static void check(LanguageFrontEnd frontEnd) throws IOException {
    Score score = new Score(0, 0, 0, 0, List.of());
    Libraries libraries = ModelFiles.all();
    try (Stream<Path> programs = Files.list(FLOWS.resolve(frontEnd.language())).sorted()) {
      for (Path program : programs.toList()) {
        score = score.and(score(program, frontEnd, libraries));
      }
    }
    String report = frontEnd.language() + ": " + score.found() + " of " + score.expected() + " found, "
        + score.falseAlarms() + " false at " + score.safe() + " safe places\n" + String.join("\n", score.remarks());
    System.out.println(report);
    assertThat(score.found()).as(report).isGreaterThanOrEqualTo(score.expected() * 97 / 100);
    assertThat(score.falseAlarms()).as(report).isLessThanOrEqualTo(score.safe() * 3 / 100);
  }

  private static Score score(Path program, LanguageFrontEnd frontEnd, Libraries libraries) throws IOException {
    Map<String, String> texts = texts(program, frontEnd);
    var diagnostics = new Diagnostics();
    List<SourceModule> modules = new ArrayList<>();
    texts.forEach((path, text) -> modules.add(frontEnd.lower(SourceFile.of(path, text), diagnostics)));
    var root = new Root(program.toAbsolutePath().getParent(), Limits.DEFAULT);
    Map<String, ImportResolver> resolvers = new HashMap<>();
    resolvers.put(frontEnd.language(), frontEnd.imports(root, new TreeSet<>(texts.keySet())));
    var engine = new FlowEngine(libraries);
    List<EntryPoint> entries = new ArrayList<>();
    texts.forEach((path, text) -> entries.addAll(named(path, text)));
    if (entries.isEmpty()) {
      for (EntryPoint entry : engine.entriesByConvention(modules, resolvers, diagnostics)) {
        entries.add(triggered(entry, texts.getOrDefault(entry.file(), "")));
      }
    }
    var result = engine.analyse(modules, resolvers, entries, diagnostics);
    return compare(texts, result.flows(), program.getFileName().toString(), entries.size());
  }

  private static EntryPoint triggered(EntryPoint entry, String text) {
    int at = text.indexOf("slguard:trigger ");
    List<String> words = at < 0 ? List.of() : words(text.substring(at + 16));
    return entry(entry.file(), entry.symbol(), words);
  }

  private static List<EntryPoint> named(String file, String text) {
    List<EntryPoint> entries = new ArrayList<>();
    for (int at = text.indexOf("slguard:handler "); at >= 0; at = text.indexOf("slguard:handler ", at + 1)) {
      List<String> words = words(text.substring(at + 16));
      entries.add(entry(file, words.getFirst(), words.subList(1, words.size())));
    }
    return entries;
  }

  private static List<String> words(String text) {
    return List.of(text.lines().findFirst().orElse("").strip().split("\\s+"));
  }

  private static EntryPoint entry(String file, String symbol, List<String> trigger) {
    EventShape shape = trigger.isEmpty() ? EventShape.HTTP_API_V2 : EventShape.valueOf(trigger.getFirst());
    return new EntryPoint(Optional.of("F"), file, symbol, shape, trigger.contains("authenticated"),
        Optional.of(Span.startOf("template.yaml")), Level.HIGH);
  }

  private static Map<String, String> texts(Path program, LanguageFrontEnd frontEnd) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(program)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = program.getParent().relativize(file).toString().replace('\\', '/');
        if (frontEnd.reads(path)) {
          texts.put(path, Files.readString(file));
        }
      }
    }
    return texts;
  }

  private static Score compare(Map<String, String> texts, List<Flow> flows, String name, int entries) {
    var wanted = new TreeSet<String>();
    int safe = 0;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      int line = 0;
      for (String each : text.getValue().split("\n", -1)) {
        line++;
        int at = each.indexOf("slguard:expect ");
        if (at >= 0) {
          for (String rule : each.substring(at + 15).strip().split("[,\\s]+")) {
            wanted.add(text.getKey() + ':' + line + ' ' + rule);
          }
        }
        safe += each.contains("slguard:safe") ? 1 : 0;
      }
    }
    var got = new TreeSet<String>();
    flows.forEach(flow -> got.add(flow.sink().at().file() + ':' + flow.sink().at().line() + ' ' + flow.category()));
    List<String> remarks = new ArrayList<>();
    int found = 0;
    for (String each : wanted) {
      if (got.contains(each)) {
        found++;
      } else {
        remarks.add("missed " + each + (entries == 0 ? " (no entry point in " + name + ")" : ""));
      }
    }
    got.removeAll(wanted);
    // Rules that are off by default: reported only where a case asks for them.
    got.removeIf(each -> each.endsWith(" log-injection") || each.endsWith(" prompt-injection"));
    for (String each : got) {
      String sources = flows.stream()
          .filter(flow -> each.equals(flow.sink().at().file() + ':' + flow.sink().at().line() + ' ' + flow.category()))
          .map(Flow::sourceName).distinct().collect(Collectors.joining(", "));
      remarks.add("false  " + each + " of " + sources);
    }
    return new Score(wanted.size(), found, safe, got.size(), remarks);
  }
}
