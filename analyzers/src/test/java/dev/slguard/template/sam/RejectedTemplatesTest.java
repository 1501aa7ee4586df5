package dev.slguard.template.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Templates that the SAM translator rejects: the same resource is named, the others are still analysed. */
class RejectedTemplatesTest {
  private static final TemplateOptions OPTIONS = new TemplateOptions(Map.of("param1", "value1", "param2", "value2"),
      Optional.empty(), Optional.of("ap-southeast-1"), Optional.of("aws"));

  @Test
  void a_diagnostic_names_the_resource_that_the_translator_names() throws IOException {
    Optional<Path> folder = Corpus.folder();
    assumeTrue(folder.isPresent(), "shared/corpus/sam-translator is not here");
    var details = new StringBuilder();
    var unnamed = new ArrayList<String>();
    var silent = new ArrayList<String>();
    int named = 0;
    List<String> names = Corpus.names(folder.get(), true);
    for (String name : names) {
      Set<String> wanted = ids(Files.readString(folder.get().resolve("output/" + name + ".json")));
      List<String> messages = errors(folder.get(), name);
      if (messages.isEmpty()) {
        silent.add(name);
      }
      if (!wanted.isEmpty()) {
        named++;
        var missing = new TreeSet<>(wanted);
        missing.removeIf(id -> messages.stream().anyMatch(message -> names(message, id)));
        if (!missing.isEmpty()) {
          unnamed.add(name);
          details.append(name).append(" does not name ").append(missing).append(", says ").append(messages)
              .append('\n');
        }
      } else {
        details.append(name).append(" says ").append(messages).append('\n');
      }
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/sam-rejected.txt"), "named like the translator: " + (named - unnamed.size())
        + " of " + named + ", not " + unnamed + "\nsilent: " + silent + " of " + names.size() + "\n\n" + details);
    assertThat(silent).isEmpty();
    assertThat((named - unnamed.size()) * 100.0 / named).isGreaterThanOrEqualTo(95);
  }

  private static List<String> errors(Path folder, String name) throws IOException {
    var diagnostics = new Diagnostics();
    var root = new Root(folder.resolve("input"), Limits.DEFAULT);
    Tree.Mapping input = TranslatorPairsTest.read(folder.resolve("input/" + name + ".yaml"), name + ".yaml",
        diagnostics);
    for (Expansion expansion : new SamFormat().expand(name + ".yaml", input, root, OPTIONS, diagnostics)) {
      Evaluator.evaluate(expansion, root, OPTIONS, diagnostics);
    }
    return diagnostics.toList().stream().filter(each -> each.level() != Diagnostic.Level.NOTE).map(Diagnostic::message)
        .toList();
  }

  /** Whether {@code message} names {@code id}, or the resource and the event (or connector) that together make it. */
  private static boolean names(String message, String id) {
    String[] parts = message.split("'", -1);
    for (int i = 1; i < parts.length; i += 2) {
      if (parts[i].equals(id) || i + 2 < parts.length && (parts[i] + parts[i + 2]).equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** The ids that a stored message names in brackets. */
  private static Set<String> ids(String message) {
    var ids = new TreeSet<String>();
    String mark = "id [";
    for (int at = message.indexOf(mark); at >= 0; at = message.indexOf(mark, at + 1)) {
      ids.add(message.substring(at + mark.length(), message.indexOf(']', at)));
    }
    return ids;
  }
}
