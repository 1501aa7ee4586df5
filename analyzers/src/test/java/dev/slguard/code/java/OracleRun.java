package dev.slguard.code.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares slguard's reading of Java with {@code JavacTask.parse()} over the files of a folder, then reads damaged
 * copies. Run by {@code src/it/java-oracle/run.sh}; exits with 1 if the shares of issue 6 are missed.
 */
final class OracleRun {
  private static final int DAMAGED = 1000;
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
    boolean kept = damage(sound);
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

  /** One token deleted, doubled or swapped with the next in each copy; the functions it does not touch must stay. */
  private static boolean damage(List<SourceFile> sound) {
    var random = new Random(6);
    long wanted = 0;
    long kept = 0;
    int whole = 0;
    int copies = Math.min(DAMAGED, sound.size());
    for (int i = 0; i < copies; i++) {
      SourceFile file = sound.get((int) ((long) i * sound.size() / copies));
      CompilationUnit unit = new JavaReader(file).read(new Diagnostics()).orElseThrow();
      var tokens = new ArrayList<com.github.javaparser.JavaToken>();
      unit.getTokenRange().orElseThrow().forEach(token -> {
        if (!token.getCategory().isWhitespaceOrComment() && !token.getText().isEmpty()) {
          tokens.add(token);
        }
      });
      if (tokens.size() < 10) {
        continue;
      }
      int at = 1 + random.nextInt(tokens.size() - 2);
      String damaged = damaged(tokens, at, random.nextInt(3));
      int line = tokens.get(at).getRange().orElseThrow().begin.line;
      Set<String> untouched = names(unit, line);
      CompilationUnit read = new JavaReader(SourceFile.of(file.path(), damaged)).read(new Diagnostics())
          .orElseGet(CompilationUnit::new);
      Set<String> found = names(read, -1);
      wanted += untouched.size();
      int before = untouched.size();
      untouched.retainAll(found);
      kept += untouched.size();
      whole += untouched.size() == before ? 1 : 0;
      if (untouched.size() < before && before - untouched.size() > 3 && whole < i - 20) {
        System.out.println(file.path() + ":" + line + " '" + tokens.get(at).getText() + "' loses "
            + (before - untouched.size()) + " of " + before);
      }
    }
    System.out.printf("%d damaged copies: %d keep every function, %d of %d functions kept (%.2f %%)%n", copies, whole,
        kept, wanted, 100.0 * kept / Math.max(1, wanted));
    return whole >= copies * 0.95;
  }

  private static Set<String> names(CompilationUnit unit, int except) {
    Set<String> names = new TreeSet<>();
    for (CallableDeclaration<?> each : unit.findAll(CallableDeclaration.class)) {
      int begin = each.getBegin().orElseThrow().line;
      int end = each.getEnd().orElseThrow().line;
      if (except < begin - 1 || except > end + 1) {
        names.add(each.getNameAsString() + ' ' + begin);
      }
    }
    return names;
  }

  private static String damaged(List<com.github.javaparser.JavaToken> tokens, int at, int how) {
    StringBuilder text = new StringBuilder();
    int line = 1;
    int column = 1;
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var begin = token.getRange().orElseThrow().begin;
      while (line < begin.line) {
        text.append('\n');
        line++;
        column = 1;
      }
      while (column < begin.column) {
        text.append(' ');
        column++;
      }
      String written = token.getText();
      if (i == at && how == 0) {
        written = " ".repeat(written.length());
      } else if (i == at && how == 1) {
        written = written + ' ' + written;
      } else if (how == 2 && (i == at || i == at + 1)) {
        written = tokens.get(i == at ? at + 1 : at).getText();
      }
      text.append(written);
      line += (int) written.chars().filter(c -> c == '\n').count();
      column = token.getRange().orElseThrow().end.column + 1;
    }
    return text.append('\n').toString();
  }
}
