package dev.slguard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FixedMapTest {
  @Property(tries = 400)
  void is_what_a_linked_map_is(@ForAll @Size(max = 60) List<@AlphaChars @StringLength(max = 2) String> keys) {
    var expected = new LinkedHashMap<String, Integer>();
    var builder = new FixedMap.Builder<Integer>(1);
    for (int i = 0; i < keys.size(); i++) {
      assertThat(builder.put(keys.get(i), i)).isEqualTo(expected.put(keys.get(i), i));
    }
    builder.putIfAbsent("absent", -1);
    expected.putIfAbsent("absent", -1);
    FixedMap<Integer> map = builder.build();

    assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
    assertThat(FixedMap.copyOf(expected)).isEqualTo(map);
    assertThat(FixedMap.copyOf(map)).isSameAs(map);
    assertThat(new ArrayList<>(map.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
    assertThat(new ArrayList<>(map.values())).isEqualTo(new ArrayList<>(expected.values()));
    assertThat(map.firstEntry()).isEqualTo(expected.firstEntry());
    assertThat(map.lastEntry()).isEqualTo(expected.lastEntry());
    assertThat(new ArrayList<>(map.reversed().entrySet())).isEqualTo(new ArrayList<>(expected.reversed().entrySet()));
    var visited = new LinkedHashMap<String, Integer>();
    map.forEach(visited::put);
    assertThat(visited).isEqualTo(expected);
    for (String key : keys) {
      assertThat(map.get(key)).isEqualTo(expected.get(key));
      assertThat(map.containsKey(key + '?')).isFalse();
    }
  }

  @Test
  void changes_nothing_where_all_values_stay() {
    FixedMap<String> map = FixedMap.copyOf(Map.of("a", "1", "b", "2"));

    assertThat(map.changed((_, value) -> value)).isSameAs(map);
    assertThat(map.changed((key, value) -> key.equals("a") ? "3" : value)).isEqualTo(Map.of("a", "3", "b", "2"));
  }

  @Test
  void cannot_be_changed() {
    FixedMap<String> map = FixedMap.of("a", "1");

    assertThatThrownBy(() -> map.put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.entrySet().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.keySet().remove("a")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void keys_chosen_to_collide_cost_no_more() {
    // "Aa" and "BB" have the same hash, and so has every text of as many of them.
    List<String> keys = new ArrayList<>(List.of(""));
    for (int length = 0; length < 15; length++) {
      var longer = new ArrayList<String>();
      keys.forEach(key -> {
        longer.add(key + "Aa");
        longer.add(key + "BB");
      });
      keys = longer;
    }
    List<String> all = keys;
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
      var builder = new FixedMap.Builder<Integer>(4);
      all.forEach(key -> builder.put(key, 1));
      assertThat(builder.build()).hasSize(all.size());
    });
  }
}
