package dev.slguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SortedLinesTest {

  @Property(tries = 500)
  void finds_what_a_map_finds(@ForAll Set<@CharRange(from = 'a', to = 'e') @StringLength(min = 1, max = 4) String> keys,
      @ForAll @CharRange(from = 'a', to = 'e') @StringLength(min = 1, max = 4) String other) {
    var map = new TreeMap<String, String>();
    keys.forEach(key -> map.put(key, "of " + key));
    var text = new StringBuilder("# a comment\n");
    for (Map.Entry<String, String> entry : map.entrySet()) {
      text.append(entry.getKey()).append(' ').append(entry.getValue()).append('\n');
    }
    var lines = new SortedLines(text.toString());
    for (String key : keys) {
      assertThat(lines.find(key)).contains("of " + key);
    }
    assertThat(lines.find(other).isPresent()).isEqualTo(map.containsKey(other));
  }

  @Test
  void an_empty_table_has_nothing() {
    assertThat(new SortedLines("# only a comment\n").find("a")).isEmpty();
  }
}
