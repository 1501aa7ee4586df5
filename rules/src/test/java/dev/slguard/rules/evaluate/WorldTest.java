package dev.slguard.rules.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final Span AT = Span.startOf("t");

  private static Value choice(String condition, Value whenTrue, Value whenFalse) {
    return new Value.Choice(condition, whenTrue, whenFalse, AT);
  }

  private static Value text(String text) {
    return Value.Scalar.text(text, AT);
  }

  private static List<String> worlds(World world, Value... values) {
    var seen = new ArrayList<String>();
    do {
      var line = new StringBuilder();
      for (Value value : values) {
        line.append(((Value.Scalar) world.settle(value)).text());
      }
      seen.add(line.toString());
    } while (world.next());
    return seen;
  }

  @Test
  void a_condition_is_decided_once_in_a_world() {
    assertThat(worlds(new World(ConditionSet.ALWAYS, Map.of()), choice("A", text("1"), text("2")),
        choice("A", text("3"), text("4")))).containsExactly("13", "24");
  }

  @Test
  void all_combinations_are_met() {
    assertThat(worlds(new World(ConditionSet.ALWAYS, Map.of()), choice("A", text("1"), text("2")),
        choice("B", text("3"), text("4")))).containsExactly("13", "14", "23", "24");
  }

  @Test
  void what_is_not_met_is_not_decided() {
    assertThat(
        worlds(new World(ConditionSet.ALWAYS, Map.of()), choice("A", text("1"), choice("B", text("2"), text("3")))))
        .containsExactly("1", "2", "3");
  }

  @Test
  void when_the_subject_exists_limits_its_worlds() {
    var named = new ConditionSet(new ConditionSet.Formula.Named("A"));
    assertThat(worlds(new World(named, Map.of()), choice("A", text("1"), text("2")))).containsExactly("1");
  }

  @Test
  void definitions_exclude_each_other() {
    var definitions = Map.of("IsProd", new ConditionSet(new ConditionSet.Formula.Equals("Stage", "prod")), "IsDev",
        new ConditionSet(new ConditionSet.Formula.Equals("Stage", "dev")));
    assertThat(worlds(new World(ConditionSet.ALWAYS, definitions), choice("IsProd", text("1"), text("2")),
        choice("IsDev", text("3"), text("4")))).containsExactly("14", "23", "24");
  }

  @Test
  void resources_exist_where_their_conditions_hold() {
    var prod = new ConditionSet(new ConditionSet.Formula.Equals("Stage", "prod"));
    var dev = new ConditionSet(new ConditionSet.Formula.Equals("Stage", "dev"));
    var world = new World(ConditionSet.ALWAYS, Map.of("IsProd", prod));
    var seen = new ArrayList<String>();
    do {
      seen.add((world.has(resource("a", prod)) ? "A" : "-") + (world.has(resource("b", dev)) ? "B" : "-")
          + ((Value.Scalar) world.settle(choice("IsProd", text("1"), text("2")))).text());
    } while (world.next());
    assertThat(seen).containsExactly("A-1", "-B2", "--2");
  }

  private static Resource resource(String id, ConditionSet when) {
    var none = new Value.Mapping(new LinkedHashMap<>(), new LinkedHashMap<>(), AT);
    return new Resource(id, "A::B::C", none, none, when, Provenance.authored(AT, id, "A::B::C"));
  }
}
