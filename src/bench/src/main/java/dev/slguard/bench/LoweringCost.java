package dev.slguard.bench;

import dev.slguard.graph.Lowering;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.ExpansionJson;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What lowering 1,000 templates costs beside merely composing their texts with SnakeYAML: CPU time of one thread in one
 * warm JVM, both done in turns, medians of many rounds.
 *
 * <p>Composing is {@code new Yaml(options).composeAll(text)}, one {@code Yaml} for all files, limits raised. Reading is text
 * to located tree. Expanding is what {@code slguard expand} does between its text and its output: reading and SAM,
 * serverless.yml, CDK, language extensions, included files; printing adds that output as JSON. Lowering is all that a scan does with a file between its text
 * and the rules: that, nested stacks, evaluation, and binding of functions, triggers, roles and policies. Looking for
 * handlers' sources is in, system calls included; it is left out only in the figure that says so, which is lowered in an
 * empty folder. Not in: reading the template's own bytes from the disk, which composing has not either.
 *
 * <p>Run, after {@code mvn package -DskipTests}, by {@code java -Xss4m -cp src/bench/target/classes:cli/target/slguard.jar
 * dev.slguard.bench.LoweringCost}; {@code -Dwarmup=} and {@code -Drounds=} set the rounds.
 *
 * <p>Arguments: folders of templates (default: serverless-patterns, serverless-examples and the inputs of sam-translator
 * in ../shared/corpus); files with nothing to lower are left out, the rest is repeated up to 1,000.
 */
public final class LoweringCost {
  private static final int TEMPLATES = 1000;
  /** The code that lowers is many times that of a parser; on a busy machine it takes this long to be compiled. */
  private static final int WARM_UP = Integer.getInteger("warmup", 100);
  private static final int ROUNDS = Integer.getInteger("rounds", 25);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LoweringCost() {}

  /** A thing to be measured, and what it took in each round. */
  private record Task(String name, ToIntFunction<List<SourceFile>> work, List<Long> nanoseconds) {
    private static Task of(String name, ToIntFunction<List<SourceFile>> work) {
      return new Task(name, work, new ArrayList<>());
    }

    private double milliseconds() {
      return nanoseconds.stream().sorted().toList().get(nanoseconds.size() / 2) / 1e6;
    }
  }

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of("../shared/corpus");
    Path opened = arguments.length > 0 ? Path.of("/") : corpus;
    List<Path> folders = arguments.length > 0
        ? Stream.of(arguments).map(Path::of).toList()
        : Stream.of("serverless-patterns", "serverless-examples", "sam-translator/input").map(corpus::resolve).toList();
    Root root = new Root(opened, Limits.DEFAULT);
    List<SourceFile> found = templates(root, folders);
    var files = new ArrayList<SourceFile>();
    for (int i = 0; i < TEMPLATES; i++) {
      files.add(found.get(i % found.size()));
    }
    System.out.printf("%d templates (%d different), %d lines, %d KB%n", files.size(), found.size(),
        files.stream().mapToLong(SourceFile::lineCount).sum(),
        files.stream().mapToLong(f -> f.text().length()).sum() >> 10);
    Path empty = Files.createTempDirectory("slguard-bench");
    measure(files,
        List.of(Task.of("SnakeYAML composes", LoweringCost::compose), Task.of("slguard reads", LoweringCost::read),
            Task.of("slguard expands", sources -> expand(sources, root(opened))),
            Task.of("slguard expands and prints", sources -> print(sources, root(opened))),
            Task.of("slguard lowers", sources -> lower(sources, root(opened))),
            Task.of("slguard lowers, no files around", sources -> lower(sources, root(empty)))));
    Files.delete(empty);
  }

  /** A root of which nothing is known yet, as at the start of a scan. */
  private static Root root(Path folder) {
    try {
      return new Root(folder, Limits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void measure(List<SourceFile> files, List<Task> tasks) {
    long kept = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Task task : tasks) {
        long start = THREADS.getCurrentThreadCpuTime();
        kept += task.work().applyAsInt(files);
        if (round >= 0) {
          task.nanoseconds().add(THREADS.getCurrentThreadCpuTime() - start);
        }
      }
    }
    double composing = tasks.getFirst().milliseconds();
    for (Task task : tasks) {
      System.out.printf("%-32s %7.1f ms  %5.2f%n", task.name(), task.milliseconds(), task.milliseconds() / composing);
    }
    System.out.printf("(%d things made)%n", kept);
  }

  private static int compose(List<SourceFile> files) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    options.setNestingDepthLimit(Integer.MAX_VALUE);
    options.setCodePointLimit(Integer.MAX_VALUE);
    var yaml = new Yaml(options);
    int nodes = 0;
    for (SourceFile file : files) {
      for (Node node : yaml.composeAll(new StringReader(file.text()))) {
        nodes += node == null ? 0 : 1;
      }
    }
    return nodes;
  }

  private static int read(List<SourceFile> files) {
    int trees = 0;
    for (SourceFile file : files) {
      trees += Documents.read(SourceFile.of(file.path(), file.text()), Limits.DEFAULT, new Diagnostics()).size();
    }
    return trees;
  }

  private static int expand(List<SourceFile> files, Root root) {
    int expansions = 0;
    for (SourceFile file : files) {
      expansions += Lowering
          .expand(SourceFile.of(file.path(), file.text()), root, TemplateOptions.NONE, new Diagnostics()).size();
    }
    return expansions;
  }

  private static int print(List<SourceFile> files, Root root) {
    int characters = 0;
    for (SourceFile file : files) {
      for (Expansion expansion : Lowering.expand(SourceFile.of(file.path(), file.text()), root, TemplateOptions.NONE,
          new Diagnostics())) {
        characters += ExpansionJson.template(expansion).length();
      }
    }
    return characters;
  }

  private static int lower(List<SourceFile> files, Root root) {
    int deployments = 0;
    for (SourceFile file : files) {
      deployments += Lowering
          .deployments(SourceFile.of(file.path(), file.text()), root, TemplateOptions.NONE, new Diagnostics()).size();
    }
    return deployments;
  }

  /** The files below {@code folders} that are lowered to something and that SnakeYAML can compose. */
  private static List<SourceFile> templates(Root root, List<Path> folders) throws IOException {
    var found = new ArrayList<SourceFile>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.filter(LoweringCost::maybe).sorted().toList()) {
          String name = root.folder().relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
          Optional<SourceFile> source = root.read(name, Span.startOf(name), new Diagnostics());
          if (source.isPresent() && lowers(source.get(), root) && composes(source.get())) {
            found.add(source.get());
          }
        }
      }
    }
    return found;
  }

  private static boolean maybe(Path path) {
    String name = path.getFileName().toString();
    return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }

  private static boolean lowers(SourceFile file, Root root) {
    return !Lowering.deployments(file, root, TemplateOptions.NONE, new Diagnostics()).isEmpty();
  }

  private static boolean composes(SourceFile file) {
    try {
      return compose(List.of(file)) > 0;
    } catch (YAMLException _) {
      return false;
    }
  }
}
