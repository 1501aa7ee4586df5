package dev.slguard.bench;

import dev.slguard.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What it costs to parse, lower and analyse code with all models. First argument: what to do, second: the language.
 *
 * <ul>
 * <li>{@code packages LANGUAGE FOLDER...}: each folder as one program, warm: lines a CPU second, and the peak memory of
 * the process.
 * <li>{@code doubling LANGUAGE FOLDER}: once, twice and four times the code of the folder; and of handlers made up here,
 * whose every second half calls the first.
 * <li>{@code write LANGUAGE LINES FOLDER}: writes handlers made up here with a template that deploys them.
 * </ul>
 */
public final class CodeFlows {
  private static final int PASSES = Integer.getInteger("passes", 3);
  private static final int DOUBLINGS = 2;
  private static final int FIRST = 100;
  private static final int WARM_UP = 150;

  private CodeFlows() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    String language = arguments[1];
    switch (arguments[0]) {
      case "packages" ->
        packages(language, List.of(arguments).subList(2, arguments.length).stream().map(Path::of).toList());
      case "doubling" -> doubling(language, Path.of(arguments[2]));
      case "write" -> Handlers.write(language, Integer.parseInt(arguments[2]), Path.of(arguments[3]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void packages(String language, List<Path> folders) throws IOException {
    var programs = new Programs(language);
    programs.pass(Handlers.of(language, WARM_UP));
    long lines = 0;
    double seconds = 0;
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        System.out.printf("%-10s %-28s is missing: see the script for how to fetch it%n", language, folder);
        continue;
      }
      List<SourceFile> files = programs.folder(folder);
      programs.pass(files);
      Programs.Pass pass = programs.median(files, PASSES);
      print(language, folder.getFileName().toString(), Programs.lines(files), pass);
      lines += Programs.lines(files);
      seconds += pass.seconds();
    }
    System.out.printf("%-10s %-28s %8d lines, %6.2f CPU s: %6.0f lines a CPU s; peak memory %s MB%n", language, "all",
        lines, seconds, lines / seconds, Programs.peakMegabytes().map(Object::toString).orElse("unknown"));
  }

  private static void print(String language, String name, long lines, Programs.Pass pass) {
    System.out.printf(
        "%-10s %-28s %8d lines, %6.2f CPU s (%.2f to read, %.2f to analyse): %6.0f lines a CPU s; %d handlers, %d flows%n",
        language, name, lines, pass.seconds(), pass.reading(), pass.analysing(), lines / pass.seconds(), pass.entries(),
        pass.flows());
  }

  private static void doubling(String language, Path folder) throws IOException {
    var programs = new Programs(language);
    programs.pass(Handlers.of(language, WARM_UP));
    List<SourceFile> once = programs.folder(folder);
    programs.pass(once);
    for (int times = 1; times <= 1 << DOUBLINGS; times *= 2) {
      List<SourceFile> files = programs.copies(once, times);
      print(language, folder.getFileName() + " x " + times, Programs.lines(files), programs.median(files, PASSES));
    }
    for (int times = 1; times <= 1 << DOUBLINGS; times *= 2) {
      List<SourceFile> files = Handlers.chained(language, FIRST * times);
      programs.pass(files);
      print(language, "handlers in a chain x " + times, Programs.lines(files), programs.median(files, PASSES));
    }
  }
}
