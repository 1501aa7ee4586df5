package dev.slguard.template.sam;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.TreeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A SAM template beside the files of a folder, expanded. */
record Translated(Expansion expansion, List<Diagnostic> diagnostics) {
  /** Expands {@code template} as the file {@code template.yaml} of {@code folder}. */
  static Translated of(Path folder, String template) {
    var diagnostics = new Diagnostics();
    var document = (Tree.Mapping) Documents.read(SourceFile.of("template.yaml", template), Limits.DEFAULT, diagnostics)
        .getFirst();
    try {
      Expansion expansion = new SamFormat()
          .expand("template.yaml", document, new Root(folder, Limits.DEFAULT), TemplateOptions.NONE, diagnostics)
          .getFirst();
      return new Translated(expansion, diagnostics.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON of what stands at {@code path} under Resources; empty if nothing does. */
  static String at(Tree.Mapping template, String... path) {
    Optional<Tree> found = template.get("Resources");
    for (String key : path) {
      found = found.flatMap(tree -> tree instanceof Tree.Mapping mapping ? mapping.get(key) : Optional.empty());
    }
    return found.map(TreeJson::compact).orElse("");
  }

  List<String> messages(Diagnostic.Level level) {
    return diagnostics.stream().filter(each -> each.level() == level).map(Diagnostic::message).toList();
  }
}
