package dev.slguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingsTest {
  @TempDir
  Path folder;
  private Listings listings;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/c.py"), "");
    listings = new Listings(folder.toRealPath());
  }

  @Test
  void what_lies_in_a_folder_is_seen_in_one_state() throws IOException {
    assertThat(listings.kind("a/new.py")).isEqualTo(Listings.Kind.NONE);
    Files.writeString(folder.resolve("a/new.py"), "");
    assertThat(listings.kind("a/new.py")).isEqualTo(Listings.Kind.NONE);
    assertThat(listings.names("a")).hasValueSatisfying(names -> assertThat(names).containsExactly("b"));
  }

  @Test
  void a_file_has_nothing_in_it_and_what_is_missing_neither() {
    assertThat(listings.kind("a/b/c.py/d")).isEqualTo(Listings.Kind.NONE);
    assertThat(listings.names("a/b/c.py")).hasValueSatisfying(names -> assertThat(names).isEmpty());
    assertThat(listings.names("none/at/all")).hasValueSatisfying(names -> assertThat(names).isEmpty());
  }

  @Test
  void a_path_of_a_hundred_thousand_folders_is_none() {
    assertThat(listings.kind("a/".repeat(100_000) + "b")).isEqualTo(Listings.Kind.NONE);
  }

  @Test
  void a_folder_with_more_names_than_are_kept_is_asked_for_each() throws IOException {
    Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i <= 20_000; i++) {
      Files.createFile(folder.resolve("many/" + i));
    }
    assertThat(listings.kind("many/20000")).isEqualTo(Listings.Kind.FILE);
    assertThat(listings.kind("many/20001")).isEqualTo(Listings.Kind.NONE);
    assertThat(listings.names("many")).isEmpty();
  }
}
