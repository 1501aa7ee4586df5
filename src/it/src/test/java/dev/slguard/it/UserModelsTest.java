package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A company's framework, described in a model file: its requests, sink, sanitizer, guard and propagator make flows appear and
 * disappear, as src/site/models.md says. A comment {@code flow} marks the lines to be reported.
 */
class UserModelsTest {
  private static final Path PROJECTS = Project.folder().resolve("src/it/src/test/resources/models");

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"python", "javascript", "java"})
  void models_of_a_company_framework_make_flows_appear_and_disappear(String language) {
    Path project = PROJECTS.resolve(language);
    assertThat(flows(Slguard.run(project, "scan", "-f", "json", "--exit-zero"))).as("without models").isEmpty();
    assertThat(flows(Slguard.run(project, "scan", "-f", "json", "--exit-zero", "--rules", "../acme.yaml")))
        .as("with models").hasSizeGreaterThan(1).isEqualTo(marked(project));
  }

  @Test
  void a_mistake_in_a_model_file_is_named_with_its_line() throws IOException {
    Files.writeString(folder.resolve("models.yaml"), """
      slguard: 1
      language: python
      sinks:
        sql-injecton: ["acme.warehouse.run(0)"]
      sanitizer:
        all: ["acme.clean(0)"]
      guards:
        all:
          - {call: "acme.check(0)", good-wen: returned}
          - {call: "acme.check(0)", good-when: sometimes}
          - {call: "acme.check(first)"}
      """);
    Slguard.Result result = Slguard.run(folder, "scan", "--rules", "models.yaml", ".");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("models.yaml:4:3: there is no category 'sql-injecton'; did you mean 'sql-injection'?",
            "models.yaml:5:1: there is no group of models 'sanitizer'; did you mean 'sanitizers'?",
            "models.yaml:9:31: a model among the guards has no key 'good-wen'; did you mean 'good-when'?",
            "models.yaml:10:7: 'sometimes' is not 'true', 'false', ", "models.yaml:11:7: ")
        .doesNotContain("Exception");
  }

  private static Set<String> flows(Slguard.Result result) {
    assertThat(result.err()).doesNotContain("slguard:");
    var found = new TreeSet<String>();
    for (JsonElement finding : JsonParser.parseString(result.out()).getAsJsonObject().getAsJsonArray("findings")) {
      JsonObject one = finding.getAsJsonObject();
      if (one.get("ruleId").getAsString().equals("sql-injection")) {
        found.add(one.get("file").getAsString() + ':' + one.get("line").getAsInt());
      }
    }
    return found;
  }

  private static Set<String> marked(Path project) {
    var marked = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).endsWith("# flow") || lines.get(i).endsWith("// flow")) {
            marked.add(project.relativize(file).toString() + ':' + (i + 1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return marked;
  }
}
