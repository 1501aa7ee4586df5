package dev.slguard.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathReaderTest {
  @Test
  void steps_are_keys_lists_objects_and_facts() {
    assertThat(PathReader.read("A.B[].*.\"AWS::X.Y\"[2].@key")).get()
        .satisfies(path -> assertThat(path.steps()).containsExactly(new Path.Step.Key("A"), new Path.Step.Key("B"),
            new Path.Step.Each(), new Path.Step.Entries(), new Path.Step.Key("AWS::X.Y"), new Path.Step.Index(2),
            new Path.Step.Meta("key")));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "A.", "A..B", "A[", "A[x]", "\"A", "A b"})
  void what_is_no_path_is_refused(String text) {
    assertThat(PathReader.read(text)).isEmpty();
  }
}
