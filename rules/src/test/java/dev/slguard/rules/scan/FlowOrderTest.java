package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.Flow;
import dev.slguard.code.flow.FlowEngine;
import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.java.JavaFrontEnd;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Libraries;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found does not depend on the order of files or on what else runs. */
class FlowOrderTest {
  private static final Path FLOWS = Path.of("../testdata/flows/java");
  private static final Libraries LIBRARIES = ModelFiles.all();

  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(FLOWS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        texts.put(FLOWS.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }

  private static List<Flow> flows(List<Map.Entry<String, String>> files, List<String> functions) throws IOException {
    var frontEnd = new JavaFrontEnd();
    var diagnostics = new Diagnostics();
    List<SourceModule> modules = new ArrayList<>();
    files.forEach(file -> modules.add(frontEnd.lower(SourceFile.of(file.getKey(), file.getValue()), diagnostics)));
    var paths = new TreeSet<String>();
    files.forEach(file -> paths.add(file.getKey()));
    Map<String, ImportResolver> resolvers = new HashMap<>();
    resolvers.put("java", frontEnd.imports(new Root(FLOWS.toAbsolutePath(), Limits.DEFAULT), paths));
    var engine = new FlowEngine(LIBRARIES);
    List<EntryPoint> entries = new ArrayList<>();
    for (EntryPoint entry : engine.entriesByConvention(modules, resolvers, diagnostics)) {
      for (String function : functions) {
        entries.add(new EntryPoint(Optional.of(function), entry.file(), entry.symbol(), EventShape.HTTP_API_V2, false,
            Optional.of(Span.startOf("template.yaml")), Level.HIGH));
      }
    }
    return engine.analyse(modules, resolvers, entries, diagnostics).flows();
  }

  @Test
  void flows_are_the_same_when_handlers_are_looked_for_and_followed_in_one_go() throws IOException {
    var frontEnd = new JavaFrontEnd();
    var diagnostics = new Diagnostics();
    List<SourceModule> modules = new ArrayList<>();
    texts().forEach((path, text) -> modules.add(frontEnd.lower(SourceFile.of(path, text), diagnostics)));
    Map<String, ImportResolver> resolvers = new HashMap<>();
    resolvers.put("java",
        frontEnd.imports(new Root(FLOWS.toAbsolutePath(), Limits.DEFAULT), new TreeSet<>(texts().keySet())));
    var engine = new FlowEngine(LIBRARIES);
    List<EntryPoint> entries = engine.entriesByConvention(modules, resolvers, diagnostics);
    List<Flow> apart = engine.analyse(modules, resolvers, entries, diagnostics).flows();
    assertThat(apart).hasSizeGreaterThan(100);
    assertThat(engine.analyseByConvention(modules, modules, resolvers, UnaryOperator.identity(), diagnostics).flows())
        .isEqualTo(apart);
  }

  @Test
  void flows_are_the_same_whatever_the_order_of_files() throws IOException {
    List<Map.Entry<String, String>> files = new ArrayList<>(texts().entrySet());
    List<Flow> expected = flows(files, List.of("F"));
    assertThat(expected).hasSizeGreaterThan(100);
    for (int seed = 1; seed <= 2; seed++) {
      Collections.shuffle(files, new Random(seed));
      assertThat(flows(files, List.of("F"))).isEqualTo(expected);
    }
  }

  @Test
  void flows_are_the_same_when_several_threads_analyse() throws Exception {
    List<Map.Entry<String, String>> files = new ArrayList<>(texts().entrySet());
    List<Flow> expected = flows(files, List.of("F"));
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<List<Flow>>> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        runs.add(threads.submit(() -> flows(files, List.of("F"))));
      }
      for (Future<List<Flow>> run : runs) {
        assertThat(run.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void each_function_that_uses_a_file_has_flows_of_its_own() throws IOException {
    List<Map.Entry<String, String>> files = texts().entrySet().stream()
        .filter(file -> file.getKey().startsWith("sql-injection-repository/")).toList();
    List<Flow> flows = flows(files, List.of("First", "Second"));
    assertThat(flows).extracting(flow -> flow.entry().function().orElse("")).containsExactlyInAnyOrder("First",
        "Second");
    assertThat(flows).extracting(flow -> flow.sink().at()).containsOnly(flows.getFirst().sink().at());
  }
}
