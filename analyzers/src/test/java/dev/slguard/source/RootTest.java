package dev.slguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootTest {
  @TempDir
  Path above;
  private Root root;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(above.resolve("root/src/deep"));
    Files.createDirectories(above.resolve("other"));
    Files.writeString(above.resolve("root/src/deep/a.py"), "");
    Files.writeString(above.resolve("other/secret.py"), "");
    Files.createSymbolicLink(above.resolve("root/out"), above.resolve("other"));
    Files.createSymbolicLink(above.resolve("root/in"), above.resolve("root/src"));
    Files.createSymbolicLink(above.resolve("root/src/secret.py"), above.resolve("other/secret.py"));
    Files.createSymbolicLink(above.resolve("root/src/b.py"), above.resolve("root/src/deep/a.py"));
    root = new Root(above.resolve("root"), Limits.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/deep/a.py", "in/deep/a.py", "src/b.py", "src/../src/b.py", "out/../src/deep/a.py"})
  void files_inside_are_found_also_by_links(String path) {
    assertThat(root.isFile(path)).as(path).isEqualTo(exists(path));
    assertThat(root.isFolder(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/secret.py", "src/secret.py", "../other/secret.py", "src/../../other/secret.py", "src",
      "none.py", "src/deep/a.py/x", "a\u0000b"})
  void files_outside_are_not_there_whatever_was_asked_before(String path) {
    assertThat(root.isFile("src/deep/a.py")).isTrue();
    assertThat(root.isFile(path)).isFalse();
    assertThat(root.isFile(above.resolve("other/secret.py").toString())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"src,true", "src/deep,true", "in,true", "out,false", "..,false", "src/..,true", ".,true",
      "src/deep/a.py,false", "../other,false", "../root/src,true", "/,false", "/tmp,false"})
  void folders_are_judged_likewise(String path, boolean inside) {
    assertThat(root.isFolder(path)).isEqualTo(inside);
  }

  @Test
  void the_root_itself_is_a_folder() {
    assertThat(root.isFolder("")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a,b.py,a/b.py", "'',b.py,b.py", "a,./b.py,a/b.py", "a,../b.py,b.py", "a/b,../../c/./d,c/d",
      "a,b//c/,a/b/c", "a,b\\c,a/b/c", "a/,b,a/b", "a,.b/..c,a/.b/..c", "a,.,a", "a,'',a"})
  void references_are_resolved(String folder, String reference, String expected) {
    assertThat(Root.resolveIn(folder, reference)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../b", "/b", "s3://b/c", "b/../../c"})
  void references_that_lead_out_are_none(String reference) {
    assertThat(Root.resolveIn("", reference)).isEqualTo(Optional.empty());
  }

  @Test
  @Timeout(60)
  void a_pipe_is_reported_not_waited_for() throws IOException, InterruptedException {
    Path pipe = above.resolve("root/template.yaml");
    int made = new ProcessBuilder("sh", "-c", "mkfifo \"$0\"", pipe.toString()).start().waitFor();
    Assumptions.assumeTrue(made == 0, "skipped: there is no mkfifo");
    var diagnostics = new Diagnostics();

    assertThat(root.read("template.yaml", Span.startOf("template.yaml"), diagnostics)).isEmpty();
    assertThat(diagnostics.toList()).singleElement().satisfies(
        found -> assertThat(found.message()).isEqualTo("'template.yaml' is not a regular file; it is skipped"));
  }

  private boolean exists(String path) {
    try {
      return above.resolve("root").resolve(path).toRealPath().startsWith(above.resolve("root").toRealPath());
    } catch (IOException _) {
      return false;
    }
  }
}
