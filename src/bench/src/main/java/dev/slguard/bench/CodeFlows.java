package dev.slguard.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.slguard.code.flow.FlowEngine;
import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.java.JavaFrontEnd;
import dev.slguard.code.javascript.JavaScriptFrontEnd;
import dev.slguard.code.library.Libraries;
import dev.slguard.code.python.PythonFrontEnd;
import dev.slguard.rules.scan.ModelFiles;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Lines a CPU second that are parsed, lowered and analysed with all models, warm, and how the cost grows when the code
 * doubles. Arguments: language, then a folder to read, or none for handlers made up here.
 */
public final class CodeFlows {
  private static final int PASSES = 8;
  private static final int FIRST = 50;
  private static final int DOUBLINGS = 3;

  private CodeFlows() {}

  private record Times(double reading, double analysing, int flows) {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    String language = arguments[0];
    LanguageFrontEnd frontEnd = Stream.of(new JavaFrontEnd(), new PythonFrontEnd(), new JavaScriptFrontEnd())
        .filter(each -> each.language().equals(language)).findFirst().orElseThrow();
    Libraries libraries = ModelFiles.all();
    if (arguments.length > 1) {
      measure(frontEnd, libraries, folder(Path.of(arguments[1]), frontEnd));
      return;
    }
    measure(frontEnd, libraries, Handlers.of(language, FIRST << DOUBLINGS));
    for (int times = 0; times <= DOUBLINGS; times++) {
      List<SourceFile> files = Handlers.of(language, FIRST << times);
      Times best = best(frontEnd, libraries, files);
      System.out.printf("%d lines: %.3f CPU seconds to read, %.3f to analyse%n", lines(files), best.reading(),
          best.analysing());
    }
  }

  private static void measure(LanguageFrontEnd frontEnd, Libraries libraries, List<SourceFile> files)
      throws IOException {
    long lines = lines(files);
    Times cold = pass(frontEnd, libraries, files);
    System.out.printf("%s, %d files, %d lines, first pass: %.2f CPU seconds, %d flows%n", frontEnd.language(),
        files.size(), lines, cold.reading() + cold.analysing(), cold.flows());
    Times best = best(frontEnd, libraries, files);
    System.out.printf("warm: %.0f lines a CPU second (%.3f s to read, %.3f s to analyse), %d MB in use%n",
        lines / (best.reading() + best.analysing()), best.reading(), best.analysing(),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static Times best(LanguageFrontEnd frontEnd, Libraries libraries, List<SourceFile> files) throws IOException {
    Times best = pass(frontEnd, libraries, files);
    for (int i = 1; i < PASSES; i++) {
      Times next = pass(frontEnd, libraries, files);
      best = next.reading() + next.analysing() < best.reading() + best.analysing() ? next : best;
    }
    return best;
  }

  private static Times pass(LanguageFrontEnd frontEnd, Libraries libraries, List<SourceFile> files) throws IOException {
    double start = cpuSeconds();
    var diagnostics = new Diagnostics();
    List<SourceModule> modules = new ArrayList<>();
    files.forEach(file -> modules.add(frontEnd.lower(file, diagnostics)));
    double read = cpuSeconds();
    var paths = new TreeSet<String>();
    files.forEach(file -> paths.add(file.path()));
    Map<String, ImportResolver> resolvers = new HashMap<>();
    resolvers.put(frontEnd.language(), frontEnd.imports(new Root(Path.of("."), Limits.DEFAULT), paths));
    var engine = new FlowEngine(libraries);
    int flows = engine.analyseByConvention(modules, resolvers, UnaryOperator.identity(), diagnostics).flows().size();
    return new Times(read - start, cpuSeconds() - read, flows);
  }

  private static List<SourceFile> folder(Path folder, LanguageFrontEnd frontEnd) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (frontEnd.reads(name)) {
          files.add(SourceFile.of(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
        }
      }
    }
    return files;
  }

  private static long lines(List<SourceFile> files) {
    return files.stream().mapToLong(SourceFile::lineCount).sum();
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
  }
}
