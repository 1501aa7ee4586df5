package dev.slguard.code.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IntMapTest {
  private static IntMap<String> of(Map<Integer, String> entries) {
    IntMap<String> map = IntMap.empty();
    for (Map.Entry<Integer, String> entry : entries.entrySet()) {
      map = map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  private static Map<Integer, String> entries(IntMap<String> map) {
    var entries = new TreeMap<Integer, String>();
    map.forEach(entries::put);
    return entries;
  }

  @Property(tries = 200)
  void holds_what_was_put_whatever_the_order(
      @ForAll @Size(max = 30) Map<@IntRange(max = 2000) Integer, String> wanted) {
    assertThat(entries(of(wanted))).isEqualTo(new TreeMap<>(wanted));
    assertThat(of(new TreeMap<>(wanted).descendingMap())).isEqualTo(of(wanted));
  }

  @Property(tries = 200)
  void a_union_joins_what_both_have_and_keeps_the_rest(
      @ForAll @Size(max = 20) Map<@IntRange(max = 60) Integer, String> left,
      @ForAll @Size(max = 20) Map<@IntRange(max = 60) Integer, String> right) {
    var expected = new TreeMap<>(left);
    right.forEach((key, value) -> expected.merge(key, value, (a, b) -> a.equals(b) ? a : a + '|' + b));
    IntMap<String> union = IntMap.union(of(left), of(right), (a, b) -> a.equals(b) ? a : a + '|' + b,
        (key, value) -> value);
    assertThat(entries(union)).isEqualTo(expected);
  }

  @Property(tries = 200)
  void an_intersection_has_the_keys_of_both(@ForAll @Size(max = 20) Map<@IntRange(max = 60) Integer, String> left,
      @ForAll @Size(max = 20) Map<@IntRange(max = 60) Integer, String> right) {
    var expected = new TreeMap<>(left);
    expected.keySet().retainAll(right.keySet());
    assertThat(entries(IntMap.intersection(of(left), of(right), (a, b) -> a))).isEqualTo(expected);
  }

  @Property(tries = 200)
  void differences_are_the_entries_that_the_other_has_not(
      @ForAll @Size(max = 20) Map<@IntRange(max = 60) Integer, String> added,
      @ForAll @Size(max = 20) Map<@IntRange(max = 60) Integer, String> start) {
    IntMap<String> before = of(start);
    IntMap<String> after = before;
    for (Map.Entry<Integer, String> entry : added.entrySet()) {
      after = after.put(entry.getKey(), entry.getValue() + '+');
    }
    var found = new TreeMap<Integer, String>();
    IntMap.differences(before, after, found::put);
    var expected = new TreeMap<>(added);
    expected.replaceAll((key, value) -> value + '+');
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void removing_the_last_entry_leaves_the_empty_map() {
    IntMap<String> map = IntMap.<String>empty().put(5, "a").put(70_000, "b").remove(5).remove(70_000);
    assertThat(map.isEmpty()).isTrue();
  }
}
