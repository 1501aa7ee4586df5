package dev.slguard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read quickly is read as SnakeYAML reads it: trees, places and what is said are the same. */
class QuickYamlTest {
  private static final int MUTATIONS = Integer.getInteger("slguard.mutations", 10_000);
  /** Pieces out of which a text is changed: what has a meaning in YAML. */
  private static final List<String> PIECES = List.of(" ", "  ", "\n", "\n  ", "\n\n", ":", ": ", "- ", "-", "#", " # c",
      "'", "''", "\"", "\\", "\\n", "[", "]", "{", "}", ", ", ",", "!Ref ", "!Sub", "!If\n", "|\n", "|-\n", "|+\n",
      ">\n", ">-\n", "&a ", "*a", "? ", "<<: ", "---\n", "...\n", "\t", "~", "null", "0", "010", "a", "key: v", "%",
      "@", "`", "\n- ", "\n    ", "é", "\r\n", "\uD83D\uDE00", "!", "\n--- ", "\u2028", "=", "\n ");

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\nb:\n  c: x y\n  d: [1, two, 'three']\n",
      "Resources:\n  F:\n    Type: A::B # why\n\n    P: !Ref X\n",
      "a:\n- 1\n- b: 2\n  c: 3\n-\n  - x\n  - y\nd: {e: f, g: [h, {i: j}]}\n",
      "# c\n---\na: |\n  x\n   y\n\n  z\nb: >-\n  one\n  two\n\n  three\n",
      "a: several\n  lines\n\n  of text # end\nb: 'it''s'\n\"c\": \"\\\"q\\\"\\n\"\n",
      "F: !Join\n  - ''\n  - - a\n    - !Sub 'b${c}'\ng: !GetAtt a.b\nh: !If [c, !Ref d, {e: f}]\n",
      "a:\nb: ~\nc: null\nd: -x\ne: |+\n  x\n\n\nf: last", "a: 1\na: 2\nb: !unknown x\n",
      "a: !Sub\n- x\n- b: !Ref c\nd: [\n  1, # one\n  two\n]\n"})
  void what_most_templates_are_made_of_is_read_without_snakeyaml(String text) {
    assertThat(same(text)).as("read quickly").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "- a\n", "a: &x 1\nb: *x\n", "a: {<<: {b: c}}\n", "? a\n: b\n", "a: 1\n---\nb: 2\n",
      "a: 'x\n  y'\n", "a: b: c\n", "a:\n\t- b\n", "a: 1\r\nb: 2\r\n", "a: \uD83D\uDE00\n", "a: [b: c]\n",
      "a: !<x> b\n", "a: |2\n   b\n", "a: 1\n  b: 2\n", "%YAML 1.1\n---\na: b\n", "a:\n    b: 1\n  c: 2\n", "a: [1,]\n",
      "a: |\n      \n  b\n", "a: [b\n  c]\n"})
  void all_else_is_left_to_snakeyaml(String text) {
    assertThat(same(text)).as("read quickly").isFalse();
  }

  @Test
  void nesting_beyond_the_limit_is_left_to_snakeyaml() {
    String flow = "a: " + "[".repeat(5000) + "]".repeat(5000) + "\n";
    var block = new StringBuilder();
    for (int depth = 0; depth < 2000; depth++) {
      block.append(" ".repeat(depth)).append("k:\n");
    }
    assertThat(quick(SourceFile.of("t.yaml", flow), new Diagnostics())).isEmpty();
    assertThat(quick(SourceFile.of("t.yaml", block.toString()), new Diagnostics())).isEmpty();
    assertThat(quick(SourceFile.of("t.yaml", "a: " + "- ".repeat(5000) + "\n"), new Diagnostics())).isEmpty();
  }

  @Test
  void every_template_of_the_corpora_and_what_is_made_of_it_by_chance() throws IOException {
    List<String> texts = corpora();
    int quick = 0;
    for (String text : texts) {
      quick += same(text) ? 1 : 0;
    }
    assertThat(quick).as("templates read quickly, of " + texts.size()).isGreaterThan(texts.size() * 9 / 10);
    var random = new Random(20261125);
    int kept = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      kept += same(mutated(excerpt(texts.get(random.nextInt(texts.size())), random), random)) ? 1 : 0;
    }
    assertThat(kept).as("changed texts that are still read quickly").isGreaterThan(MUTATIONS / 10);
  }

  /** Whether {@code text} is read quickly; fails if that gives something else than SnakeYAML does. */
  private static boolean same(String text) {
    var file = SourceFile.of("t.yaml", text);
    var said = new Diagnostics();
    Optional<Tree> found = quick(file, said);
    if (found.isEmpty()) {
      assertThat(said.toList()).isEmpty();
      return false;
    }
    var expected = new Diagnostics();
    List<Tree> trees = new YamlReader(file, Limits.DEFAULT, expected).readWithSnakeYaml();
    assertThat(List.of(found.get())).as(text).isEqualTo(trees);
    assertThat(said.toList()).as(text).isEqualTo(expected.toList());
    return true;
  }

  private static Optional<Tree> quick(SourceFile file, Diagnostics diagnostics) {
    return QuickYaml.read(file, Limits.DEFAULT, diagnostics);
  }

  /** Some lines of {@code text}. */
  private static String excerpt(String text, Random random) {
    List<String> lines = text.lines().toList();
    int from = random.nextInt(Math.max(1, lines.size() - 5));
    int to = Math.min(lines.size(), from + 3 + random.nextInt(25));
    int indent = lines.isEmpty() ? 0 : lines.get(from).length() - lines.get(from).stripLeading().length();
    return String.join("\n",
        lines.subList(from, to).stream()
            .map(line -> line.length() >= indent && line.substring(0, indent).isBlank() ? line.substring(indent) : line)
            .toList())
        + (random.nextInt(8) == 0 ? "" : "\n");
  }

  private static String mutated(String text, Random random) {
    var changed = new StringBuilder(text);
    for (int times = random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(changed.length() + 1);
      int to = Math.min(changed.length(), at + random.nextInt(4));
      switch (random.nextInt(4)) {
        case 0 -> changed.delete(at, to);
        case 1 -> changed.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> changed.insert(at, changed.substring(at, to));
        default -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return changed.toString();
  }

  private static List<String> corpora() throws IOException {
    Optional<Path> found = Stream
        .iterate(Optional.of(Path.of("").toAbsolutePath()), Optional::isPresent, at -> at.map(Path::getParent))
        .flatMap(Optional::stream).map(at -> at.resolve("shared/corpus")).filter(Files::isDirectory).findFirst();
    assumeThat(found).as("shared/corpus is not beside the checkout").isPresent();
    var texts = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(found.orElseThrow())) {
      for (Path file : files.filter(Files::isRegularFile).filter(QuickYamlTest::isYaml).sorted().toList()) {
        texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static boolean isYaml(Path file) {
    return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
  }
}
