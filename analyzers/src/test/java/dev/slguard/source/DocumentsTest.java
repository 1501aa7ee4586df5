package dev.slguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private List<Tree> read(String path, String text) {
    return Documents.read(SourceFile.of(path, text), Limits.DEFAULT, diagnostics);
  }

  private Tree.Mapping yaml(String text) {
    return (Tree.Mapping) read("t.yaml", text).getFirst();
  }

  private Tree.Mapping json(String text) {
    return (Tree.Mapping) read("t.json", text).getFirst();
  }

  private List<String> messages() {
    return diagnostics.toList().stream().map(d -> d.at() + " " + d.message()).toList();
  }

  @Test
  void scalars_keep_their_text() {
    Tree.Mapping tree = yaml("a: 2012-10-17\nb: yes\nc: 010\nd: 012345678901\ne: 22:30\nf: on\ng: 1.50\nh: ~\n");
    assertThat(tree.text("a")).contains("2012-10-17");
    assertThat(tree.text("b")).contains("yes");
    assertThat(tree.text("c")).contains("010");
    assertThat(tree.text("d")).contains("012345678901");
    assertThat(tree.text("e")).contains("22:30");
    assertThat(tree.get("g")).contains(new Tree.Scalar("1.50", Tree.Kind.NUMBER, new Span("t.yaml", 7, 4, 7, 8)));
    assertThat(tree.text("h")).isEmpty();
    assertThat(tree.has("h")).isTrue();
  }

  @Test
  void a_question_mark_may_stand_inside_a_plain_scalar_of_a_flow_collection() {
    Tree.Mapping tree = yaml(
        "a: [{rate: cron(0 1 * * ? *), 'q?': \"x ?\"}, what ?]\nb: x ? y\n? c\n: [? d : e]\nf: after\n");
    assertThat(messages()).isEmpty();
    var items = ((Tree.Sequence) tree.get("a").orElseThrow()).items();
    assertThat(((Tree.Mapping) items.getFirst()).text("rate")).contains("cron(0 1 * * ? *)");
    assertThat(((Tree.Mapping) items.getFirst()).text("q?")).contains("x ?");
    assertThat(((Tree.Scalar) items.get(1)).text()).isEqualTo("what ?");
    assertThat(tree.text("b")).contains("x ? y");
    assertThat(tree.get("c")).isPresent();
    assertThat(tree.get("f").orElseThrow().at()).isEqualTo(new Span("t.yaml", 5, 4, 5, 9));
  }

  @Test
  void short_tags_are_the_long_form() {
    Tree.Mapping tree = yaml("a: !GetAtt Fn.Arn.x\nb: !Sub '${A}'\nc: !If [P, !Ref X, no]\nd: !Condition C\n");
    Tree.Mapping attribute = tree.mapping("a").orElseThrow();
    assertThat(((Tree.Sequence) attribute.get("Fn::GetAtt").orElseThrow()).items())
        .extracting(i -> ((Tree.Scalar) i).text()).containsExactly("Fn", "Arn.x");
    assertThat(tree.mapping("b").orElseThrow().text("Fn::Sub")).contains("${A}");
    Tree.Sequence arms = (Tree.Sequence) tree.mapping("c").orElseThrow().get("Fn::If").orElseThrow();
    assertThat(((Tree.Mapping) arms.items().get(1)).text("Ref")).contains("X");
    assertThat(tree.mapping("d").orElseThrow().text("Condition")).contains("C");
  }

  @Test
  void spans_are_exact_in_both_formats() {
    Tree.Mapping tree = yaml(
        "Resources:\n  Fn:\n    Type: \"AWS::X\"\n    List:\n      - a\n      - b\n\n# end\nOther: 1\n");
    assertThat(tree.get("Resources").orElseThrow().at()).isEqualTo(new Span("t.yaml", 2, 3, 6, 10));
    assertThat(tree.mapping("Resources").orElseThrow().mapping("Fn").orElseThrow().get("Type").orElseThrow().at())
        .isEqualTo(new Span("t.yaml", 3, 11, 3, 19));
    Tree.Mapping same = json("{\n  \"Resources\": {\"a\": [1, true]}\n}");
    assertThat(same.get("Resources").orElseThrow().at()).isEqualTo(new Span("t.json", 2, 16, 2, 32));
    assertThat(same.keyAt("Resources")).isEqualTo(new Span("t.json", 2, 3, 2, 14));
  }

  @Test
  void columns_count_utf16_code_units() {
    Tree.Mapping tree = yaml("# 😀\na: \"😀\"\nb: c\n");
    assertThat(tree.get("b").orElseThrow().at()).isEqualTo(new Span("t.yaml", 3, 4, 3, 5));
    assertThat(tree.get("a").orElseThrow().at()).isEqualTo(new Span("t.yaml", 2, 4, 2, 8));
  }

  @Test
  void duplicate_keys_are_reported_and_the_last_one_counts() {
    assertThat(yaml("a: 1\na: 2\n").text("a")).contains("2");
    assertThat(json("{\"a\": 1,\n \"a\": 2}").text("a")).contains("2");
    assertThat(messages()).containsExactly("t.yaml:2:1 key 'a' stands twice, first in line 1; the last one counts",
        "t.json:2:2 key 'a' stands twice, first in line 1; the last one counts");
  }

  @Test
  void anchors_and_merge_keys_are_resolved() {
    Tree.Mapping tree = yaml("base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\nlist:\n  <<: [*b, {z: 4}]\n");
    assertThat(tree.mapping("use").orElseThrow().text("x")).contains("1");
    assertThat(tree.mapping("use").orElseThrow().text("y")).contains("3");
    assertThat(tree.mapping("list").orElseThrow().text("z")).contains("4");
  }

  @Test
  void a_recursive_alias_ends() {
    yaml("a: &x\n  b: *x\n");
    assertThat(messages()).anyMatch(m -> m.contains("refers to the node that holds it"));
  }

  @Test
  void an_alias_bomb_ends() {
    var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      text.append("a" + i + ": &a" + i + " [").append(("*a" + (i - 1) + ",").repeat(9)).append("x]\n");
    }
    read("t.yaml", text.toString());
    assertThat(diagnostics.toList()).isNotEmpty();
  }

  @Test
  void one_broken_resource_does_not_lose_the_others() {
    Tree.Mapping tree = yaml(
        "Resources:\n  A:\n    Type: x\n  B:\n    Type: [unclosed\n    Other: y\n  C:\n    Type: z\nOutputs: {}\n");
    assertThat(tree.mapping("Resources").orElseThrow().entries().keySet()).contains("A", "C");
    assertThat(tree.has("Outputs")).isTrue();
    assertThat(messages()).hasSize(1);
    assertThat(messages().getFirst()).startsWith("t.yaml:").contains("no YAML");
  }

  @Test
  void tabs_and_comments_in_json_are_read() {
    assertThat(json("{\n\t// why\n\t\"a\":\t1, /* b */ \"c\": 2,\n}").text("c")).contains("2");
    assertThat(diagnostics.toList()).extracting(Diagnostic::level).doesNotContain(Diagnostic.Level.ERROR);
  }

  @Test
  void broken_json_gives_what_stands_before_the_error() {
    Tree.Mapping tree = json("{\"a\": {\"b\": 1}, \"c\": [1, }");
    assertThat(tree.mapping("a").orElseThrow().text("b")).contains("1");
    assertThat(messages()).hasSize(1);
  }

  @Test
  void a_flow_mapping_that_is_no_json_is_read_as_yaml() {
    assertThat(yaml("{a: b, c: !Ref d}").text("a")).contains("b");
    assertThat(diagnostics.toList()).isEmpty();
  }

  @Test
  void several_documents_are_all_read() {
    assertThat(read("t.yaml", "a: 1\n---\nb: 2\n---\n")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void deep_nesting_ends_in_a_diagnostic() {
    read("t.json", "[".repeat(100_000));
    read("t.yaml", "a: " + "[".repeat(20_000));
    assertThat(diagnostics.toList()).hasSize(2);
  }

  @Property(tries = 2000)
  void no_text_makes_the_reader_throw(
      @ForAll @CharRange(from = ' ', to = '~') @CharRange(from = '\t', to = '\n') @StringLength(max = 60) String text) {
    assertThat(read("t.yaml", text)).isNotNull();
    assertThat(read("t.json", "{" + text)).isNotNull();
  }
}
