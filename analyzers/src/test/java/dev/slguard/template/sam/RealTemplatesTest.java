package dev.slguard.template.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.CloudFormationFormat;
import dev.slguard.template.cloudformation.Evaluator;
import dev.slguard.template.cloudformation.Siblings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every real template is expanded and evaluated, or its problem is named with its place; twice gives the same. */
class RealTemplatesTest {
  private static final List<TemplateFormat> FORMATS = List.of(new SamFormat(), new CloudFormationFormat());

  @Test
  void every_template_of_the_patterns_is_analysed_or_its_problem_is_named() throws IOException {
    Optional<Path> pairs = Corpus.folder();
    assumeTrue(pairs.isPresent(), "shared/corpus is not here");
    Path folder = pairs.get().resolveSibling("serverless-patterns");
    assumeTrue(Files.isDirectory(folder), "shared/corpus/serverless-patterns is not here");
    var root = new Root(folder, Limits.DEFAULT);
    var report = new StringBuilder();
    int templates = 0;
    int failing = 0;
    for (Path file : files(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      var diagnostics = new Diagnostics();
      Optional<SourceFile> source = root.read(path, Span.startOf(path), diagnostics);
      for (Tree tree : source.map(text -> Documents.read(text, root.limits(), diagnostics)).orElse(List.of())) {
        for (TemplateFormat format : FORMATS) {
          if (tree instanceof Tree.Mapping document && format.recognises(path, document)) {
            templates++;
            expand(format, path, document, root, diagnostics);
            break;
          }
        }
      }
      for (Diagnostic diagnostic : diagnostics.toList()) {
        report.append(diagnostic.at()).append(' ').append(diagnostic.level()).append(' ').append(diagnostic.message())
            .append('\n');
        assertThat(diagnostic.at().line()).isPositive();
      }
      if (diagnostics.toList().stream().anyMatch(each -> each.level() == Diagnostic.Level.ERROR)) {
        failing++;
      }
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/real-templates.txt"),
        templates + " templates, " + failing + " files with errors\n" + report);
    assertThat(templates).isGreaterThan(250);
  }

  private static void expand(TemplateFormat format, String path, Tree.Mapping document, Root root,
      Diagnostics diagnostics) {
    List<Expansion> expansions = format.expand(path, document, root, TemplateOptions.NONE, diagnostics);
    assertThat(format.expand(path, document, root, TemplateOptions.NONE, new Diagnostics())).isEqualTo(expansions);
    for (Expansion expansion : expansions) {
      Evaluated evaluated = Evaluator.evaluate(expansion, root, TemplateOptions.NONE, FORMATS, Siblings.NONE,
          diagnostics);
      assertThat(evaluated.resources().values())
          .allSatisfy(resource -> assertThat(resource.type()).doesNotStartWith("AWS::Serverless::"));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      var found = new ArrayList<>(all.filter(Files::isRegularFile).filter(file -> {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json") || name.endsWith(".template");
      }).filter(file -> !file.toString().contains("node_modules")).toList());
      found.sort(null);
      return found;
    }
  }
}
