package dev.slguard.code.flow;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.Flow;
import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.LibraryReader;
import dev.slguard.code.python.PythonFrontEnd;
import dev.slguard.model.EventShape;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A few lines of Python under a library of a few calls: what the engine finds in them, exactly. */
record SmallProgram(List<Flow> flows, List<Diagnostic> diagnostics) {
  private static final String MODELS = """
    language: python
    falsy: ['""', "0", "false"]
    types: {int: number}
    flows:
      number: ["int", "len"]
      shape: ["text.strip"]
      split: ["text.split"]
      append: ["list.append"]
      get: ["map.get"]
    callbacks:
      - {call: "each(0)", gives: ["1[*]"], result: list}
    guards:
      all:
        - {call: "text.isalnum(receiver)"}
        - {call: "ensure(0)", good-when: returned}
    sanitizers:
      command: ["quote(0)"]
    sinks:
      command: ["run(0)"]
      address: [{call: "fetch(0)", part: host}]
      leak: ["log(0)"]
    sources:
      secret: ["vault.secret"]
    """;
  private static final String CATEGORIES = """
    categories:
      command: {labels: [untrusted]}
      address: {labels: [untrusted]}
      leak: {labels: [secret], injection: false}
    tags: [canonical]
    events:
      DIRECT_INVOKE: {internal: ["*"]}
    """;

  /** Runs {@code handler} of a program whose only file is {@code app.py}. */
  static SmallProgram of(String text) {
    return of(Map.of("app.py", text));
  }

  /** Runs {@code handler} in {@code app.py} of a program of several files. */
  static SmallProgram of(Map<String, String> files) {
    var diagnostics = new Diagnostics();
    var reader = new LibraryReader();
    for (String models : List.of(MODELS, CATEGORIES)) {
      Documents.read(SourceFile.of("models.yaml", models), Limits.DEFAULT, diagnostics)
          .forEach(document -> reader.read(document, diagnostics));
    }
    reader.check(diagnostics);
    var frontEnd = new PythonFrontEnd();
    List<SourceModule> modules = new ArrayList<>();
    files.forEach((path, text) -> modules.add(frontEnd.lower(SourceFile.of(path, text), diagnostics)));
    Map<String, ImportResolver> resolvers = Map.of("python", frontEnd.imports(here(), new TreeSet<>(files.keySet())));
    var entry = new EntryPoint(Optional.of("F"), "app.py", "handler", EventShape.DIRECT_INVOKE, false, Optional.empty(),
        Level.HIGH);
    var result = new FlowEngine(reader.libraries()).analyse(modules, resolvers, List.of(entry), diagnostics);
    return new SmallProgram(result.flows(), diagnostics.toList());
  }

  private static Root here() {
    try {
      return new Root(Path.of(".").toAbsolutePath(), Limits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each flow as {@code category of source: kind line kind line …}. */
  List<String> spelled() {
    return flows.stream().map(SmallProgram::spelled).toList();
  }

  private static String spelled(Flow flow) {
    var lines = new StringBuilder();
    for (Flow.Step step : flow.steps()) {
      lines.append(lines.isEmpty() ? "" : " ").append(step.kind().name().toLowerCase(java.util.Locale.ROOT)).append(' ')
          .append(step.at().line());
    }
    return flow.category() + " of " + flow.sourceName() + ": " + lines;
  }

  /** Lines of the sinks that are reached. */
  List<Integer> sinkLines() {
    return flows.stream().map(flow -> flow.sink().at().line()).distinct().sorted().toList();
  }
}
