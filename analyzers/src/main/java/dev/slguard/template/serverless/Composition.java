package dev.slguard.template.serverless;

import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Unresolved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The parameters that a composition of services ({@code serverless-compose.yml} beside a service or in a folder above it) hands
 * to one of them. Outputs of other services are known after their deployment only.
 */
final class Composition {
  private static final List<String> FILES = List.of("serverless-compose.yml", "serverless-compose.yaml",
      "serverless-compose.json");

  private Composition() {}

  /** The parameters of the service in the file {@code path}; empty if no composition names it. */
  static Tree.Mapping parameters(String path, Root root) {
    String folder = Root.parent(path);
    for (String above = folder;; above = Root.parent(above)) {
      Optional<Tree.Mapping> found = in(above, folder, root);
      if (found.isPresent() || above.isEmpty()) {
        return found.orElseGet(() -> Tree.emptyMapping(Span.startOf(path)));
      }
    }
  }

  private static Optional<Tree.Mapping> in(String above, String folder, Root root) {
    for (String name : FILES) {
      String file = above.isEmpty() ? name : above + '/' + name;
      if (root.isFile(file)) {
        return services(file, root).flatMap(services -> of(services, above, folder));
      }
    }
    return Optional.empty();
  }

  private static Optional<Tree.Mapping> services(String file, Root root) {
    // Trouble in the composition shows as parameters of the service that are not found.
    var ignored = new Diagnostics();
    Optional<SourceFile> source = root.read(file, Span.startOf(file), ignored);
    return source.flatMap(read -> Documents.read(read, root.limits(), ignored).stream().findFirst())
        .flatMap(document -> document instanceof Tree.Mapping mapping ? mapping.mapping("services") : Optional.empty());
  }

  private static Optional<Tree.Mapping> of(Tree.Mapping services, String above, String folder) {
    for (Tree.Entry entry : services.entries().values()) {
      if (entry.value() instanceof Tree.Mapping service
          && service.text("path").flatMap(path -> Root.resolveIn(above, path)).filter(folder::equals).isPresent()) {
        return service.mapping("params").map(Composition::withoutOutputs);
      }
    }
    return Optional.empty();
  }

  private static Tree.Mapping withoutOutputs(Tree.Mapping parameters) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    parameters.entries()
        .forEach((name, entry) -> entries.put(name,
            entry.value() instanceof Tree.Scalar(String text, _, Span at) && isOutput(text)
                ? new Tree.Entry(entry.keyAt(), new Unresolved(Value.Origin.IMPORT, text).at(at))
                : entry));
    return new Tree.Mapping(entries, parameters.at());
  }

  /** {@code ${service.output}}, which is no variable of a service: those have a colon. */
  private static boolean isOutput(String text) {
    int open = text.indexOf("${");
    int close = open < 0 ? -1 : text.indexOf('}', open);
    return close > 0 && text.substring(open, close).indexOf(':') < 0 && text.substring(open, close).indexOf('.') > 0;
  }
}
