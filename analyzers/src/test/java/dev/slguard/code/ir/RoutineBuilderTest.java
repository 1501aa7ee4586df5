package dev.slguard.code.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutineBuilderTest {
  private static final Span AT = Span.startOf("a.py");

  @Test
  void an_inner_routine_captures_a_variable_through_all_routines_around_it() {
    var outer = new RoutineBuilder("outer", Routine.Kind.FUNCTION);
    Local name = outer.parameter("name", Optional.empty());
    RoutineBuilder middle = outer.nested("middle", Routine.Kind.FUNCTION);
    RoutineBuilder inner = middle.nested("inner", Routine.Kind.FUNCTION);
    Local seen = inner.resolve("name").orElseThrow();
    inner.ret(seen, AT);
    Routine built = inner.build(AT);
    Routine between = middle.build(AT);
    assertThat(built.captures()).hasSize(1);
    assertThat(between.captures()).extracting(Capture::outer).containsExactly(name);
    assertThat(built.captures().getFirst().outer()).isEqualTo(between.captures().getFirst().inner());
  }

  @Test
  void an_inner_scope_hides_a_name_and_gives_it_back() {
    var builder = new RoutineBuilder("f", Routine.Kind.FUNCTION);
    Local first = builder.declare("x");
    builder.enterScope();
    Local second = builder.declare("x");
    assertThat(builder.resolve("x")).contains(second);
    builder.leaveScope();
    assertThat(builder.resolve("x")).contains(first);
  }

  @Test
  void code_after_a_return_is_left_out() {
    var builder = new RoutineBuilder("f", Routine.Kind.FUNCTION);
    int never = builder.newBlock();
    builder.ret(Constant.number(1), AT);
    builder.global("print", AT);
    builder.begin(never);
    builder.global("print", AT);
    Routine routine = builder.build(AT);
    assertThat(routine.blocks()).hasSize(1);
    assertThat(routine.blocks().getFirst().instructions()).isEmpty();
  }

  @Test
  void a_handler_guards_the_blocks_begun_in_its_try_only() {
    var builder = new RoutineBuilder("f", Routine.Kind.FUNCTION);
    int handler = builder.newBlock();
    builder.beginTry(handler);
    builder.callValue(builder.global("risky", AT), List.of(), AT);
    builder.endTry();
    builder.callValue(builder.global("calm", AT), List.of(), AT);
    builder.ret(Constant.nothing(), AT);
    builder.begin(handler);
    builder.caught(AT);
    Routine routine = builder.build(AT);
    assertThat(routine.blocks()).filteredOn(block -> block.handler() >= 0).hasSize(1);
  }

  @Test
  void the_printed_form_shows_names_operators_and_targets() {
    var builder = new RoutineBuilder("f", Routine.Kind.FUNCTION);
    Local event = builder.parameter("event", Optional.empty());
    Local body = builder.field(event, "body", AT);
    builder.ret(builder.concat(List.of(Constant.text("a\n"), body), AT), AT);
    assertThat(Printer.print(builder.build(AT))).isEqualTo("""
      function f(event%0)
       b0:
        %1 = event%0.body
        %2 = concat "a\\n", %1
        return %2
      """);
  }
}
