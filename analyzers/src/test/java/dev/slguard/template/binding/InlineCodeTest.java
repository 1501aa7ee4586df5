package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Code;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineCodeTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private SourceFile inline(String path, String template) {
    return ((Code.Inline) Bound.function(new Bound(folder).bind(path, template), "F").code()).source();
  }

  private static Span placeOf(SourceFile source, String word) {
    int start = source.text().indexOf(word);
    return source.span(start, start + word.length());
  }

  private static void assertStandsAt(SourceFile source, String word, String template) {
    String[] lines = template.split("\n", -1);
    Span span = placeOf(source, word);
    assertThat(lines[span.line() - 1].substring(span.column() - 1)).startsWith(word);
  }

  private static String template(String zip) {
    return "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Handler: index.run\n"
        + "      Code:\n        ZipFile: " + zip;
  }

  @Test
  void block_scalar_keeps_line_and_column_of_every_row() {
    String template = template(
        "|\n\n          import os\n          def run(event, context):\n            os.system('x')\n");
    SourceFile source = inline("template.yaml", template);
    assertThat(source.text()).startsWith("\nimport os\ndef run");
    assertStandsAt(source, "import", template);
    assertStandsAt(source, "def", template);
    assertStandsAt(source, "system", template);
  }

  @Test
  void block_scalar_with_indentation_mark_and_tag() {
    String template = template("!Sub |2-\n              first\n          second = 1\n");
    SourceFile source = inline("template.yaml", template);
    assertStandsAt(source, "first", template);
    assertStandsAt(source, "second", template);
  }

  @Test
  void windows_line_ends_do_not_shift_lines() {
    String template = template("|\r\n          import os\r\n          x = 1\r\n").replace("\r\n", "\n").replace("\n",
        "\r\n");
    SourceFile source = inline("template.yaml", template);
    assertStandsAt(source, "x =", template);
  }

  @Test
  void one_line_of_json_keeps_line_and_column() {
    String template = "{\"Resources\": {\"F\": {\"Type\": \"AWS::Lambda::Function\", \"Properties\": {\"Handler\": \"index.run\",\n"
        + " \"Code\": {\"ZipFile\": \"import os\\ndef run(event, context):\\n  os.system(event)\"}}}}}";
    SourceFile source = inline("template.json", template);
    assertStandsAt(source, "import", template);
    assertStandsAt(source, "def run", template);
    assertStandsAt(source, "os.system", template);
  }

  @Test
  void joined_lines_stand_each_on_its_own_line() {
    String template = """
      {"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {"Handler": "index.run",
        "Code": {"ZipFile": {"Fn::Join": ["\\n", [
          "import os",
          "def run(event, context):",
          "  os.system(event)"
        ]]}}}}}}""";
    SourceFile source = inline("template.json", template);
    assertThat(source.text()).isEqualTo("import os\ndef run(event, context):\n  os.system(event)");
    assertStandsAt(source, "import", template);
    assertStandsAt(source, "def run", template);
    assertStandsAt(source, "os.system", template);
  }

  @Test
  void holes_of_a_substitution_keep_their_spelling() {
    String template = template("!Sub |\n          table = '${Table}'\n          run = table\n");
    SourceFile source = inline("template.yaml", template);
    assertThat(source.text()).isEqualTo("table = '${Table}'\nrun = table\n");
    assertStandsAt(source, "run", template);
  }
}
