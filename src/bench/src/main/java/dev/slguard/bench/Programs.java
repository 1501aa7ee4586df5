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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads, lowers and analyses programs of one language with all models, and says what that took. */
final class Programs {
  private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
      .getOperatingSystemMXBean();

  private final LanguageFrontEnd frontEnd;
  private final Libraries libraries = ModelFiles.all();

  Programs(String language) {
    this.frontEnd = Stream.of(new JavaFrontEnd(), new PythonFrontEnd(), new JavaScriptFrontEnd())
        .filter(each -> each.language().equals(language)).findFirst().orElseThrow();
  }

  /**
   * What one pass took.
   *
   * @param reading CPU seconds of the process, its collector and compiler included, to parse and lower
   * @param analysing CPU seconds to follow values
   */
  record Pass(double reading, double analysing, int entries, int flows) {
    double seconds() {
      return reading + analysing;
    }
  }

  /** The pass with the median time of {@code passes}. */
  Pass median(List<SourceFile> files, int passes) throws IOException {
    List<Pass> all = new ArrayList<>();
    for (int i = 0; i < passes; i++) {
      all.add(pass(files));
    }
    all.sort(Comparator.comparingDouble(Pass::seconds));
    return all.get(passes / 2);
  }

  /** Reads and analyses {@code files} as one program that no template deploys. */
  Pass pass(List<SourceFile> files) throws IOException {
    double start = cpuSeconds();
    var diagnostics = new Diagnostics();
    var modules = new ArrayList<SourceModule>(files.size());
    var paths = new TreeSet<String>();
    for (SourceFile file : files) {
      modules.add(frontEnd.lower(file, diagnostics));
      paths.add(file.path());
    }
    double read = cpuSeconds();
    Map<String, ImportResolver> resolvers = new HashMap<>();
    resolvers.put(frontEnd.language(), frontEnd.imports(new Root(Path.of("."), Limits.DEFAULT), paths));
    int[] entries = new int[1];
    int flows = new FlowEngine(libraries).analyseByConvention(modules, modules, resolvers, found -> {
      entries[0] = found.size();
      return found;
    }, diagnostics).flows().size();
    return new Pass(read - start, cpuSeconds() - read, entries[0], flows);
  }

  /** The sources below {@code folder}. */
  List<SourceFile> folder(Path folder) throws IOException {
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

  static long lines(List<SourceFile> files) {
    return files.stream().mapToLong(SourceFile::lineCount).sum();
  }

  /** The most memory that the process has had at one time, in MB; empty where the system does not say. */
  static Optional<Long> peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Optional.empty();
    }
    return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).findFirst();
  }

  private static double cpuSeconds() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  /** {@code copies} of {@code files} side by side, none of which names another: each has folders and packages of its own. */
  List<SourceFile> copies(List<SourceFile> files, int copies) {
    String shared = shared(files);
    String name = shared.substring(shared.lastIndexOf('/') + 1);
    List<SourceFile> all = new ArrayList<>(files.size() * copies);
    for (int i = 0; i < copies; i++) {
      String own = name + "_" + i;
      for (SourceFile file : files) {
        all.add(name.isEmpty() || frontEnd.language().equals("javascript")
            ? SourceFile.of("copy" + i + '/' + file.path(), file.text())
            : SourceFile.of(file.path().replace(shared, shared + "_" + i), file.text().replace(name, own)));
      }
    }
    return all;
  }

  /** The innermost folder that all files are in. */
  private static String shared(List<SourceFile> files) {
    List<String> parts = Arrays.asList(files.getFirst().path().split("/"));
    int depth = parts.size() - 1;
    for (SourceFile file : files) {
      while (!file.path().startsWith(String.join("/", parts.subList(0, depth)))) {
        depth--;
      }
    }
    return String.join("/", parts.subList(0, depth));
  }
}
