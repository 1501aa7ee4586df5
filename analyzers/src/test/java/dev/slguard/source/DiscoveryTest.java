package dev.slguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir
  Path folder;

  private final Diagnostics diagnostics = new Diagnostics();

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> find(String... paths) throws IOException {
    return Discovery.find(new Root(folder, Limits.DEFAULT), List.of(paths), true, List.of(), _ -> false, diagnostics)
        .files();
  }

  @Test
  void git_ignores_count_with_negation_and_nesting() throws IOException {
    file(".gitignore", "*.gen.yaml\n/private/\nbuild/**/x.yaml\n");
    file("a.yaml", "");
    file("b.gen.yaml", "");
    file("private/c.yaml", "");
    file("sub/private/d.yaml", "");
    file("sub/.gitignore", "!e.gen.yaml\n");
    file("sub/e.gen.yaml", "");
    file("build/1/2/x.yaml", "");
    assertThat(find("")).containsExactly("a.yaml", "sub/e.gen.yaml", "sub/private/d.yaml");
  }

  @Test
  void packages_and_build_output_are_left_out_but_an_ignored_assembly_is_read() throws IOException {
    file(".gitignore", "cdk.out\n");
    file("cdk.out/manifest.json", "");
    file("cdk.out/asset.123/template.yaml", "");
    file("node_modules/x/template.yaml", "");
    file(".aws-sam/build/template.yaml", "");
    file("env/pyvenv.cfg", "");
    file("env/t.yaml", "");
    file("java/pom.xml", "");
    file("java/target/t.yaml", "");
    file("docs/target/t.yaml", "");
    assertThat(find("")).containsExactly("cdk.out/manifest.json", "docs/target/t.yaml");
  }

  @Test
  void a_named_file_is_read_whatever_its_ending() throws IOException {
    file("stack.txt", "");
    assertThat(find("stack.txt")).containsExactly("stack.txt");
  }

  @Test
  void a_link_out_of_the_root_is_reported_and_not_followed(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("secret.yaml"), "a: b");
    Files.createSymbolicLink(folder.resolve("link.yaml"), outside.resolve("secret.yaml"));
    Files.createSymbolicLink(folder.resolve("folder"), outside);
    assertThat(find("")).isEmpty();
    assertThat(diagnostics.toList()).hasSize(2).allMatch(d -> d.message().contains("leads out"));
  }

  @Test
  void patterns_follow_git() {
    assertThat(new Glob("**/foo").matches("foo")).isTrue();
    assertThat(new Glob("**/foo").matches("a/b/foo")).isTrue();
    assertThat(new Glob("**/foo").matches("a/bfoo")).isFalse();
    assertThat(new Glob("a/**/b").matches("a/b")).isTrue();
    assertThat(new Glob("a/**").matches("a/b/c")).isTrue();
    assertThat(new Glob("*.y?ml").matches("x.yaml")).isTrue();
    assertThat(new Glob("*.yaml").matches("a/x.yaml")).isFalse();
    assertThat(new Glob("[a-c]x[!0-9]").matches("bxz")).isTrue();
    assertThat(new Glob("[a-c]x[!0-9]").matches("bx7")).isFalse();
  }
}
