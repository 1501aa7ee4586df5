package dev.slguard.code.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Each part of the engine on a program of a few lines. */
class FlowEngineTest {
  @Test
  void a_summary_tells_the_two_calls_of_one_function_apart() {
    assertThat(SmallProgram.of("""
      def same(value):
          return value
      def handler(event, context):
          run(same("fixed"))
          run(same(event["name"]))
      """).spelled()).containsExactly("command of name: source 5 call 5 sink 5");
  }

  @Test
  void a_summary_carries_a_sink_to_its_caller_in_another_file() {
    assertThat(SmallProgram.of(Map.of("app.py", """
      import shell
      def handler(event, context):
          shell.start("x", event["name"])
          shell.start(event["other"], "x")
      """, "shell.py", """
      def start(kind, name):
          run("start " + name)
      """)).spelled()).containsExactly("command of name: source 3 call 3 sink 2");
  }

  @Test
  void a_summary_carries_what_a_function_puts_into_its_argument() {
    assertThat(SmallProgram.of("""
      def fill(target, value):
          target["a"] = value
      def handler(event, context):
          box = {}
          fill(box, event["name"])
          run(box["a"])
          run(box.get("b", "x"))
      """).sinkLines()).containsExactly(6);
  }

  @Test
  void a_path_of_members_keeps_the_others_clean() {
    assertThat(SmallProgram.of("""
      class Order:
          def __init__(self, name, kind):
              self.name = name
              self.kind = kind
      def handler(event, context):
          order = Order(event["name"], "small")
          nested = {"list": [order, "x"]}
          run(nested["list"][0].kind)
          run(nested["list"][1])
          run(nested["list"][0].name)
      """).spelled()).containsExactly("command of name: source 6 call 6 store 3 sink 10");
  }

  @Test
  void the_source_is_named_by_the_path_that_was_read() {
    assertThat(SmallProgram.of("""
      def handler(event, context):
          for row in event["rows"]:
              run(row["name"])
      """).spelled()).singleElement().asString().startsWith("command of rows.*.name:");
  }

  @Test
  void a_guard_holds_where_it_dominates_and_nowhere_else() {
    assertThat(SmallProgram.of("""
      def handler(event, context):
          name = event["name"]
          if name.isalnum():
              run(name)
          else:
              run(name)
          run(name)
          if not name.isalnum():
              return
          run(name)
          run(event["name"])
          run(event["other"])
      """).sinkLines()).containsExactly(6, 7, 12);
  }

  @Test
  void a_guard_in_a_function_counts_by_its_body_not_by_its_name() {
    assertThat(SmallProgram.of("""
      def is_safe(value):
          return True
      def odd_name(value):
          return value.isalnum()
      def handler(event, context):
          if is_safe(event["a"]):
              run(event["a"])
          if odd_name(event["b"]):
              run(event["b"])
          ok, why = checked(event["c"])
          if ok:
              run(event["c"])
          ensure(event["d"])
          run(event["d"])
      def checked(value):
          if not value.isalnum():
              return False, "odd"
          return True, ""
      """).sinkLines()).containsExactly(7);
  }

  @Test
  void a_guard_of_one_branch_does_not_outlive_the_join() {
    assertThat(SmallProgram.of("""
      def handler(event, context):
          name = event["name"]
          if event["flag"]:
              ensure(name)
          else:
              name = name.strip()
          run(name)
      """).sinkLines()).containsExactly(7);
  }

  @Test
  void a_fixed_host_in_front_of_a_value_keeps_it_from_choosing_one() {
    assertThat(SmallProgram.of("""
      def handler(event, context):
          name = event["name"]
          fetch("https://example.com/" + name)
          fetch("https://example.com" + name)
          fetch(name + "/x")
          fetch(f"https://{name}.example.com/")
      """).sinkLines()).containsExactly(4, 5, 6);
  }

  @Test
  void constant_conditions_cut_branches() {
    assertThat(SmallProgram.of("""
      LIMIT = 3
      def handler(event, context):
          name = "fixed" if LIMIT * 2 > 5 else event["name"]
          run(name)
          if "a" + "b" == "ab":
              other = "fixed"
          else:
              other = event["name"]
          run(other)
          last = event["name"] if LIMIT == 3 else "fixed"
          run(last)
      """).sinkLines()).containsExactly(11);
  }

  @Test
  void a_sanitizer_clears_its_category_only() {
    assertThat(SmallProgram.of("""
      def handler(event, context):
          name = quote(event["name"])
          run(name)
          fetch(name)
      """).spelled()).containsExactly("address of name: source 2 sink 4");
  }

  @Test
  void labels_do_not_mix() {
    assertThat(SmallProgram.of("""
      import vault
      def handler(event, context):
          both = vault.secret() + event["name"]
          run(vault.secret())
          log(event["name"])
          run(both)
          log(both)
      """).spelled()).containsExactly("command of name: source 3 sink 6", "leak of secret: source 3 sink 7");
  }

  @Test
  void numbers_carry_nothing() {
    assertThat(SmallProgram.of("""
      def handler(event, context):
          run(str(int(event["n"])))
          run("x" + str(len(event["n"])))
          run("%d" % len(event["n"]))
      """).sinkLines()).isEmpty();
  }

  @Test
  void callbacks_and_closures_are_called_with_what_they_get() {
    assertThat(SmallProgram.of("""
      def handler(event, context):
          prefix = event["prefix"]
          def inner(item):
              run(item)
              run(prefix)
          each(inner, [event["a"], "b"])
          each(lambda item: run(item), ["fixed"])
      """).sinkLines()).containsExactly(4, 5);
  }

  @Test
  void a_split_text_keeps_the_words_before_the_first_hole() {
    assertThat(SmallProgram.of("""
      def handler(event, context):
          words = ("convert " + event["name"]).split(" ")
          run(words[0])
          run(words[1])
          words.insert(0, event["name"])
          run(("a b " + event["name"]).split(" ", 1)[1])
      """).sinkLines()).containsExactly(4, 6);
  }

  @Test
  void recursion_ends_and_keeps_what_it_found() {
    SmallProgram program = SmallProgram.of("""
      def down(value, depth):
          if depth == 0:
              run(value)
              return value
          return down(value + "x", depth - 1)
      def handler(event, context):
          down(event["name"], int(event["depth"]))
      """);
    assertThat(program.sinkLines()).containsExactly(3);
  }

  @Test
  void what_is_not_followed_to_the_end_is_reported_with_its_place() {
    var text = new StringBuilder("def f0(v):\n    run(v)\n");
    for (int i = 1; i < 60; i++) {
      text.append("def f").append(i).append("(v):\n    f").append(i - 1).append("(v)\n");
    }
    text.append("def handler(event, context):\n    f59(event['name'])\n");
    SmallProgram program = SmallProgram.of(text.toString());
    assertThat(program.diagnostics()).anySatisfy(diagnostic -> {
      assertThat(diagnostic.message()).contains("is not followed to the end: calls are nested more than 48 deep");
      assertThat(diagnostic.at().file()).isEqualTo("app.py");
    });
  }

  @Property(tries = 60)
  void a_chain_of_any_length_is_followed_or_its_cut_is_reported(@ForAll @IntRange(min = 1, max = 70) int length) {
    var text = new StringBuilder("def f0(v):\n    run(v)\n");
    for (int i = 1; i <= length; i++) {
      text.append("def f").append(i).append("(v):\n    return f").append(i - 1).append("(v)\n");
    }
    text.append("def handler(event, context):\n    f").append(length).append("(event['name'])\n");
    SmallProgram program = SmallProgram.of(text.toString());
    assertThat(!program.flows().isEmpty() || !program.diagnostics().isEmpty()).isTrue();
  }

  @Property(tries = 60)
  void an_item_is_told_apart_from_its_neighbours(@ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll @IntRange(min = 0, max = 11) int place) {
    int tainted = place % size;
    var text = new StringBuilder("def handler(event, context):\n    items = []\n");
    for (int i = 0; i < size; i++) {
      text.append("    items.append(").append(i == tainted ? "event['name']" : "'x'").append(")\n");
    }
    for (int i = 0; i < size; i++) {
      text.append("    run(items[").append(i).append("])\n");
    }
    assertThat(SmallProgram.of(text.toString()).sinkLines()).isEqualTo(List.of(3 + size + tainted));
  }
}
