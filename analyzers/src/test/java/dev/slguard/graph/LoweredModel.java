package dev.slguard.graph;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.binding.Binder;
import dev.slguard.template.cloudformation.Evaluator;
import dev.slguard.template.cloudformation.Siblings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Templates of the corpora, and what they deploy without the places where it was written. */
final class LoweredModel {
  private static final Pattern PLACE = Pattern.compile("[^\\s=\\[(,{]*?\\.(?:yaml|yml|json|template):\\d+:\\d+");

  private LoweredModel() {}

  /** The folder {@code name} of the corpora; the test is skipped where it is absent. */
  static Path corpus(String name) {
    Optional<Path> found = Stream
        .iterate(Optional.of(Path.of("").toAbsolutePath()), Optional::isPresent, at -> at.map(Path::getParent))
        .flatMap(Optional::stream).map(at -> at.resolve("shared/corpus").resolve(name)).filter(Files::isDirectory)
        .findFirst();
    assumeThat(found).as("shared/corpus/" + name + " is not beside the checkout").isPresent();
    return found.orElseThrow();
  }

  /** Paths of the templates in {@code folder}, relative to it, that are read without an error. */
  static List<String> templates(Path folder, Root root) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.matches(".*\\.(yaml|yml|json|template)")).sorted()
          .filter(path -> document(path, root).isPresent()).toList();
    }
  }

  /** The template in the file {@code path}; empty if it is none. */
  static Optional<Tree.Mapping> document(String path, Root root) {
    var diagnostics = new Diagnostics();
    List<Tree> trees = root.read(path, Span.startOf(path), diagnostics)
        .map(source -> Documents.read(source, root.limits(), diagnostics)).orElse(List.of());
    return trees.size() == 1 && trees.getFirst() instanceof Tree.Mapping document
        && document.mapping("Resources").isPresent() && !hasErrors(diagnostics)
        && Formats.of(path, document).isPresent() ? Optional.of(document) : Optional.empty();
  }

  private static boolean hasErrors(Diagnostics diagnostics) {
    return diagnostics.toList().stream().anyMatch(each -> each.level() == Diagnostic.Level.ERROR);
  }

  /** The document that {@code text} is. */
  static Tree.Mapping parsed(String path, String text) {
    return (Tree.Mapping) Documents.read(SourceFile.of(path, text), Limits.DEFAULT, new Diagnostics()).getFirst();
  }

  /** What {@code document} deploys as the file {@code path}, a line a thing, without places. */
  static List<String> of(String path, Tree.Mapping document, Root root) {
    var lines = new ArrayList<String>();
    var diagnostics = new Diagnostics();
    TemplateFormat format = Formats.of(path, document).orElseThrow();
    for (Expansion expansion : format.expand(path, document, root, TemplateOptions.NONE, diagnostics)) {
      Deployment deployment = new Binder().bind(
          Evaluator.evaluate(expansion, root, TemplateOptions.NONE, Formats.NESTED, Siblings.NONE, diagnostics), root,
          diagnostics);
      deployment.resources().values().forEach(resource -> lines.add(resource(resource)));
      deployment.functions().forEach(function -> lines.add(function.id() + ' ' + function.runtime() + ' '
          + function.code() + ' ' + function.environment() + ' ' + function.role()));
      deployment.triggers().forEach(trigger -> lines.add(trigger.toString()));
      deployment.roles().forEach(role -> lines.add(role.toString()));
      deployment.policies().forEach(policy -> lines.add(policy.toString()));
    }
    return lines.stream().map(LoweredModel::withoutPlaces).toList();
  }

  /** The first place where two models part, with what stands around it; empty if they are the same. */
  static Optional<String> difference(List<String> expected, List<String> found) {
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      String one = expected.get(i);
      String other = found.get(i);
      if (!one.equals(other)) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
          same++;
        }
        int from = Math.max(0, same - 120);
        return Optional.of(one.substring(from, Math.min(one.length(), same + 120)) + " <> "
            + other.substring(from, Math.min(other.length(), same + 120)));
      }
    }
    return expected.size() == found.size()
        ? Optional.empty()
        : Optional.of(expected.size() + " and " + found.size() + " things");
  }

  private static String resource(Resource resource) {
    return resource.id() + ' ' + resource.type() + ' ' + resource.conditions() + ' ' + resource.properties() + ' '
        + resource.attributes();
  }

  private static String withoutPlaces(String text) {
    return PLACE.matcher(text.replace("\n", "\\n")).replaceAll("-").replaceAll("\\[source=[^ ,]*", "[source=-");
  }
}
