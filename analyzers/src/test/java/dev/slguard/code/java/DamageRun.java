package dev.slguard.code.java;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
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
 * Reads copies of sound files in which one token was deleted, doubled or swapped with the next. A function is touched if a
 * changed token stands in its span, from its first annotation or modifier to its closing brace; the header of a type is
 * no part of its functions. Every other function must be there with its name, its place and as many syntax nodes.
 */
final class DamageRun {
  private static final int COPIES = 1000;

  private final boolean shows;
  private long wanted;
  private long kept;
  private int whole;
  private int copies;

  DamageRun(boolean shows) {
    this.shows = shows;
  }

  /** Arguments: the folder of the sources, the seed; shows every copy that loses something. */
  public static void main(String[] arguments) throws IOException {
    List<SourceFile> sound = new ArrayList<>();
    List<Path> paths;
    try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
      paths = all.filter(path -> path.toString().endsWith(".java") && !path.endsWith("module-info.java")
          && !path.endsWith("package-info.java")).sorted().toList();
    }
    int step = Math.max(1, paths.size() / COPIES);
    for (int i = 0; i < paths.size() && sound.size() < COPIES; i += step) {
      String text = new String(Files.readAllBytes(paths.get(i)), StandardCharsets.UTF_8);
      SourceFile file = SourceFile.of(paths.get(i).toString(), text);
      var diagnostics = new Diagnostics();
      if (new JavaReader(file).read(diagnostics).isPresent() && diagnostics.toList().isEmpty()) {
        sound.add(file);
      }
    }
    new DamageRun(true).damage(sound, Integer.parseInt(arguments[1]));
  }

  boolean damage(List<SourceFile> sound) {
    return damage(sound, 6);
  }

  private boolean damage(List<SourceFile> sound, int seed) {
    var random = new Random(seed);
    int most = Math.min(COPIES, sound.size());
    long start = System.nanoTime();
    for (int i = 0; i < most; i++) {
      SourceFile file = sound.get((int) ((long) i * sound.size() / most));
      damage(file, random);
    }
    System.out.printf(
        "%d damaged copies: %d keep every function that is not touched, %d of %d functions kept (%.3f %%), %.1f s%n",
        copies, whole, kept, wanted, 100.0 * kept / Math.max(1, wanted), (System.nanoTime() - start) / 1e9);
    return whole >= copies * 0.99;
  }

  private void damage(SourceFile file, Random random) {
    CompilationUnit unit = new JavaReader(file).read(new Diagnostics()).orElseThrow();
    List<JavaToken> tokens = new ArrayList<>();
    unit.getTokenRange().orElseThrow().forEach(token -> {
      if (!token.getCategory().isWhitespaceOrComment() && !token.getText().isEmpty()) {
        tokens.add(token);
      }
    });
    if (tokens.size() < 10) {
      return;
    }
    int at = 1 + random.nextInt(tokens.size() - 2);
    int how = random.nextInt(3);
    Range first = tokens.get(at).getRange().orElseThrow();
    Range second = tokens.get(how == 2 ? at + 1 : at).getRange().orElseThrow();
    String damaged = damaged(tokens, at, how);
    Set<String> untouched = functions(unit, first.begin, second.end);
    Optional<CompilationUnit> read = new JavaReader(SourceFile.of(file.path(), damaged)).read(new Diagnostics());
    Set<String> found = read.map(each -> functions(each, Position.HOME, Position.HOME)).orElseGet(TreeSet::new);
    int before = untouched.size();
    wanted += before;
    copies++;
    Set<String> lost = new TreeSet<>(untouched);
    lost.removeAll(found);
    kept += before - lost.size();
    whole += lost.isEmpty() ? 1 : 0;
    if (shows && !lost.isEmpty()) {
      System.out.println(file.path() + ":" + first.begin + ' ' + List.of("deleted", "doubled", "swapped").get(how)
          + " '" + tokens.get(at).getText() + "' before '" + tokens.get(at + 1).getText() + "' loses " + lost.size()
          + " of " + before + ": " + lost.iterator().next());
    }
  }

  /** The functions that have no token between {@code from} and {@code to}. */
  private static Set<String> functions(CompilationUnit unit, Position from, Position to) {
    Set<String> names = new TreeSet<>();
    for (CallableDeclaration<?> each : unit.findAll(CallableDeclaration.class)) {
      Range range = each.getRange().orElseThrow();
      if (range.end.isBefore(from) || range.begin.isAfter(to)) {
        names.add(each.getNameAsString() + ' ' + range.begin + '-' + range.end + ' ' + each.findAll(Node.class).size());
      }
    }
    return names;
  }

  private static String damaged(List<JavaToken> tokens, int at, int how) {
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
