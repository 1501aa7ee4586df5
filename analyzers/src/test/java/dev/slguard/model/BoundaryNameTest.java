package dev.slguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundaryNameTest {
  @Test
  void a_word_of_the_name_says_so() {
    assertThat(List.of("PermissionsBoundary", "app-boundary", "developer_boundary_v2", "BOUNDARY", "boundary.json"))
        .allMatch(BoundaryName::is);
    assertThat(List.of("", "Bound", "boundaryless", "BoundaryPolicy", "Grants")).noneMatch(BoundaryName::is);
  }
}
