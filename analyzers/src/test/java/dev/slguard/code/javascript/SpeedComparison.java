package dev.slguard.code.javascript;

import com.sun.management.OperatingSystemMXBean;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines a second of CPU time over many files, and whether the cost doubles with the text. Run by
 * {@code src/it/javascript-oracle/run.sh}.
 */
final class SpeedComparison {
  private static final int PASSES = 6;

  private SpeedComparison() {}

  /** Arguments: the folder of the sources, the file of their names. */
  public static void main(String[] arguments) throws Exception {
    var files = new ArrayList<SourceFile>();
    for (String name : Files.readAllLines(Path.of(arguments[1]))) {
      files.add(SourceFile.of(name,
          new String(Files.readAllBytes(Path.of(arguments[0]).resolve(name)), StandardCharsets.UTF_8)));
    }
    var frontEnd = new JavaScriptFrontEnd();
    measure("parse", files, file -> Grammar.parse(file.text(), Dialect.of(file.path())));
    measure("parse and lower", files, file -> frontEnd.lower(file, new Diagnostics()));
    doubling(files, frontEnd);
  }

  private static void measure(String what, List<SourceFile> files, Consumer<SourceFile> step) {
    long lines = files.stream().mapToLong(SourceFile::lineCount).sum();
    long characters = files.stream().mapToLong(file -> file.text().length()).sum();
    for (int pass = 1; pass <= PASSES; pass++) {
      double seconds = seconds(() -> files.forEach(step));
      if (pass == 1 || pass == PASSES) {
        System.out.printf("%s, pass %d: %.0f lines and %.1f million characters a CPU second%n", what, pass,
            lines / seconds, characters / seconds / 1e6);
      }
    }
  }

  /** One text, twice the text and so on: seconds of each step; the ratio of neighbours is near two. */
  private static void doubling(List<SourceFile> files, JavaScriptFrontEnd frontEnd) {
    String text = files.stream().filter(file -> file.path().endsWith(".js")).map(SourceFile::text)
        .filter(one -> one.length() > 50_000 && one.length() < 200_000).findFirst()
        .orElse("f(function () { g(); });\n");
    for (int times = 16; times <= 256; times *= 2) {
      SourceFile file = SourceFile.of("a.js", (text + '\n').repeat(times));
      System.out.printf("%d characters: %.3f CPU seconds%n", file.text().length(),
          seconds(() -> frontEnd.lower(file, new Diagnostics())));
    }
  }

  private static double seconds(Runnable work) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - start) / 1e9;
  }
}
