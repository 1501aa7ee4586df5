package dev.slguard.bench;

import dev.slguard.graph.Application;
import dev.slguard.graph.ApplicationReader;
import dev.slguard.graph.Lowering;
import dev.slguard.graph.Progress;
import dev.slguard.graph.ReadOptions;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.ExpansionJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Live heap after N different templates: {@code expand} keeps nothing of a file that it has written, a scan keeps the model of
 * each file until the rules have seen all of them, but neither its text nor its tree.
 */
public final class LoweringMemory {
  private static final List<Integer> COUNTS = List.of(500, 1000, 2000);

  private LoweringMemory() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("slguard-bench");
    int written = 0;
    long before = 0;
    for (int count : COUNTS) {
      for (int i = written; i < count; i++) {
        Files.writeString(folder.resolve("template" + i + ".yaml"), template(i), StandardCharsets.UTF_8);
      }
      long lowered = expanded(folder, written, count);
      written = count;
      System.out.printf("expand, %d files: %.1f MB of text made, live heap %.1f MB%n", count, lowered / 1e6,
          heap() / 1e6);
      before = heap();
    }
    for (int count : COUNTS) {
      List<String> paths = IntStream.range(0, count).mapToObj(i -> "template" + i + ".yaml").toList();
      Application application = ApplicationReader.readTemplates(new Root(folder, Limits.DEFAULT),
          new ReadOptions(paths, TemplateOptions.NONE, 1, true, List.of(), Optional.empty()), Progress.NONE);
      System.out.printf("scan, %d files: %.1f KB kept a file of %.1f KB (%d deployments)%n", count,
          (heap() - before) / 1e3 / count, template(0).length() / 1e3, application.deployments().size());
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static long expanded(Path folder, int from, int to) throws IOException {
    long made = 0;
    for (int i = from; i < to; i++) {
      for (Expansion expansion : Lowering.expand(new Root(folder, Limits.DEFAULT), "template" + i + ".yaml",
          TemplateOptions.NONE, new Diagnostics())) {
        made += ExpansionJson.withLocations(expansion).length();
      }
    }
    return made;
  }

  private static String template(int number) {
    var text = new StringBuilder("Transform: AWS::Serverless-2016-10-31\nResources:\n");
    for (int i = 0; i < 20; i++) {
      text.append("  Function").append(number).append('n').append(i).append(":\n    Type: AWS::Serverless::Function\n")
          .append("    Properties:\n      Handler: app.handler\n      Runtime: python3.13\n      InlineCode: |\n")
          .append("        def handler(event, context):\n            return ").append(number).append('\n')
          .append("      Events:\n        Get:\n          Type: Api\n          Properties:\n            Path: /p")
          .append(i).append("\n            Method: get\n");
    }
    return text.toString();
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
