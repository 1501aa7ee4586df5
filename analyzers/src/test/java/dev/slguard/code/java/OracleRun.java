package dev.slguard.code.java;

import com.github.javaparser.ast.CompilationUnit;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares slguard's reading of Java with {@code JavacTask.parse()} over the files of a folder, then reads damaged
 * copies. Run by {@code src/it/java-oracle/run.sh}; exits with 1 if the shares of issue 6 are missed.
 */
final class OracleRun {
  private static final int SHOWN = 40;

  private int files;
  private long lines;
  private int valid;
  private int parsed;
  private int equal;
  private int shown;

  private OracleRun() {}

  /** Argument: the folder of the sources. */
  public static void main(String[] arguments) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
      paths = all.filter(path -> path.toString().endsWith(".java") && !path.endsWith("module-info.java")
          && !path.endsWith("package-info.java")).sorted().toList();
    }
    var run = new OracleRun();
    List<SourceFile> sound = new ArrayList<>();
    for (Path path : paths) {
      run.compare(path).ifPresent(sound::add);
    }
    System.out.printf("%d files, %d lines; %d valid for javac, %d of them fully read (%.3f %%), %d equal (%.3f %%)%n",
        run.files, run.lines, run.valid, run.parsed, 100.0 * run.parsed / run.valid, run.equal,
        100.0 * run.equal / run.valid);
    boolean kept = new DamageRun(false).damage(sound);
    if (run.parsed < run.valid * 0.995 || run.equal < run.valid * 0.999 || !kept) {
      System.exit(1);
    }
  }

  private Optional<SourceFile> compare(Path path) throws IOException {
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    SourceFile file = SourceFile.of(path.toString(), text);
    files++;
    lines += file.lineCount();
    Optional<Set<String>> wanted = JavacFacts.of(path.getFileName().toString(), text);
    var diagnostics = new Diagnostics();
    Optional<CompilationUnit> unit = new JavaReader(file).read(diagnostics);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    valid++;
    boolean whole = diagnostics.toList().isEmpty();
    parsed += whole ? 1 : 0;
    Set<String> got = unit.map(ReadFacts::of).orElseGet(TreeSet::new);
    if (got.equals(wanted.get())) {
      equal++;
    } else {
      Set<String> missing = new TreeSet<>(wanted.get());
      missing.removeAll(got);
      got.removeAll(wanted.get());
      show(path + ": missing " + first(missing) + "; extra " + first(got) + "; "
          + diagnostics.toList().stream().findFirst().map(Object::toString).orElse(""));
    }
    return whole ? Optional.of(file) : Optional.empty();
  }

  private static String first(Set<String> facts) {
    return facts.size() + (facts.isEmpty() ? "" : " '" + facts.iterator().next().lines().findFirst().orElse("") + "'");
  }

  private void show(String text) {
    if (shown++ < SHOWN) {
      System.out.println(text);
    }
  }
}
