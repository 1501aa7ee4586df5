package dev.slguard.iam.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountReaderTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private Account read(Path folder) throws IOException {
    return AccountReader.read(new Root(folder, Limits.DEFAULT), diagnostics);
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void a_folder_without_index_is_no_account(@TempDir Path folder) throws IOException {
    assertThat(read(folder).isKnown()).isFalse();
    assertThat(diagnostics.toList()).hasSize(1);
  }

  @Test
  void another_version_is_not_guessed_at(@TempDir Path folder) throws IOException {
    write(folder, "index.json", "{\"slguard\":2,\"account\":\"111122223333\"}");
    assertThat(read(folder).isKnown()).isFalse();
    assertThat(diagnostics.toList().getFirst().message()).contains("version 1");
  }

  @Test
  void an_incomplete_pull_is_said_again(@TempDir Path folder) throws IOException {
    write(folder, "index.json",
        "{\"slguard\":1,\"asOf\":\"2026-11-20\",\"problems\":[\"role 'x': iam:GetRole is denied\"]}");
    assertThat(read(folder).problems()).hasSize(1);
    assertThat(diagnostics.toList().getFirst().level()).isEqualTo(Diagnostic.Level.WARNING);
    assertThat(diagnostics.toList().getFirst().message()).contains("role 'x': iam:GetRole is denied");
  }

  @Test
  void links_out_of_the_folder_are_not_followed(@TempDir Path folder, @TempDir Path outside) throws IOException {
    write(folder, "index.json", "{\"slguard\":1}");
    write(outside, "r.json", "{\"name\":\"r\"}");
    Files.createDirectories(folder.resolve("roles"));
    Files.createSymbolicLink(folder.resolve("roles/r.json"), outside.resolve("r.json"));
    assertThat(read(folder).roles()).isEmpty();
    assertThat(diagnostics.toList()).hasSize(1);
  }

  @Test
  void what_is_broken_is_named_and_the_rest_is_read(@TempDir Path folder) throws IOException {
    write(folder, "index.json", "{\"slguard\":1}");
    write(folder, "roles/a.json", "{\"name\":");
    write(folder, "roles/b.json", "[]");
    write(folder, "roles/c.json", "[".repeat(100_000));
    write(folder, "roles/d.json",
        "{\"name\":\"d\",\"inline\":7,\"managed\":{\"x\":1},\"created\":\"soon\",\"trust\":[],\"lastAccessed\":{\"since\":null}}");
    write(folder, "roles/e.json", "{\"name\":{\"a\":1}}");
    Account account = read(folder);
    assertThat(account.roles()).containsOnlyKeys("d");
    assertThat(account.roles().get("d").inline()).isEmpty();
    assertThat(diagnostics.toList()).extracting(d -> d.at().file()).containsExactly("roles/a.json", "roles/b.json",
        "roles/c.json");
  }

  private static final Path SCRATCH = scratch();

  private static Path scratch() {
    try {
      return Files.createTempDirectory("slguard-account");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void remove() throws IOException {
    for (String name : List.of("roles/x.json", "policies/x.json", "index.json", "roles", "policies", "")) {
      Files.deleteIfExists(SCRATCH.resolve(name));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(60),
        Arbitraries
            .of("{", "}", "[", "]", "\"name\"", ":", "1", "null", "\"slguard\"", ",", "\"inline\"", "\"since\"",
                "\"lastAccessed\"", "\"services\"", "\"2026-01-01\"", "-", "\"arn:aws\"", "NaN", "1e999999999")
            .list().ofMaxSize(30).map(parts -> String.join("", parts)));
  }

  @Property(tries = 500)
  void no_text_makes_it_throw(@ForAll("texts") String index, @ForAll("texts") String role) throws IOException {
    write(SCRATCH, "index.json", index.startsWith("{") ? index : "{\"slguard\":1,\"problems\":[" + role + "]}");
    write(SCRATCH, "roles/x.json", role);
    write(SCRATCH, "policies/x.json", "{\"arn\":\"x\",\"document\":" + role + "}");
    assertThat(AccountReader.read(new Root(SCRATCH, Limits.DEFAULT), new Diagnostics())).isNotNull();
  }
}
