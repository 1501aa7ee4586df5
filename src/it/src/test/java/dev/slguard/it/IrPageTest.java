package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about the intermediate representation shows what {@code slguard ir} prints. */
class IrPageTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"python, app.py", "typescript, app.ts", "java, Handler.java"})
  void the_page_shows_what_the_command_prints(String language, String name) throws IOException {
    String page = Files.readString(Project.folder().resolve("src/site/ir.md"));
    Matcher blocks = Pattern.compile("```" + language + "\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL)
        .matcher(page);
    assertThat(blocks.find()).isTrue();
    Files.writeString(folder.resolve(name), blocks.group(1));
    Slguard.Result result = Slguard.run(folder, "ir", name);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(blocks.group(2));
  }
}
