package dev.slguard.code.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFieldsTest {
  private static final EventFields FIELDS = new EventFields(
      Map.of("headers", Trust.ANYONE, "headers.host", Trust.SERVICE, "Records[*].body", Trust.INTERNAL),
      List.of("headers.authorization"), List.of("headers[*]"), Trust.SERVICE);

  @Test
  void the_longest_path_decides() {
    assertThat(FIELDS.trust("/headers/User-Agent")).isEqualTo(Trust.ANYONE);
    assertThat(FIELDS.trust("/headers/Host")).isEqualTo(Trust.SERVICE);
  }

  @Test
  void an_index_is_any_element_and_accessors_of_any_language_are_one_name() {
    assertThat(FIELDS.trust("/records/0/body")).isEqualTo(Trust.INTERNAL);
    assertThat(FIELDS.trust("/Records/*/messageId")).isEqualTo(Trust.SERVICE);
  }

  @Test
  void the_whole_event_is_as_dangerous_as_its_worst_field() {
    assertThat(FIELDS.trust("")).isEqualTo(Trust.ANYONE);
  }

  @Test
  void credentials_are_known_by_their_path() {
    assertThat(FIELDS.isSecret("/headers/Authorization")).isTrue();
    assertThat(FIELDS.isSecret("/headers/Accept")).isFalse();
  }
}
