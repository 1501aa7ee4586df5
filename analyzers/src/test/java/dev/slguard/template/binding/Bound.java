package dev.slguard.template.binding;

import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Role;
import dev.slguard.model.Trigger;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.Evaluator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A plain CloudFormation template with the files beside it, bound. */
final class Bound {
  private final Path folder;
  private Map<String, String> sourceFolders = Map.of();

  Bound(Path folder) {
    this.folder = folder;
  }

  Bound file(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Bound sources(Map<String, String> folders) {
    sourceFolders = folders;
    return this;
  }

  Deployment bind(String template) {
    return bind("template.yaml", template);
  }

  Deployment bind(String path, String template) {
    file(path, template);
    try {
      var root = new Root(folder, Limits.DEFAULT);
      var diagnostics = new Diagnostics();
      Tree.Mapping body = (Tree.Mapping) Documents.read(SourceFile.of(path, template), Limits.DEFAULT, diagnostics)
          .getFirst();
      return new Binder().bind(evaluated(path, body, root, sourceFolders, diagnostics), root, diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Evaluated evaluated(String path, Tree.Mapping body, Root root, Map<String, String> folders,
      Diagnostics diagnostics) {
    var expansion = new Expansion(path, path, Deployment.Format.CLOUDFORMATION, body, Map.of(), folders);
    return Evaluator.evaluate(expansion, root, TemplateOptions.NONE, diagnostics);
  }

  static Function function(Deployment deployment, String id) {
    return deployment.functions().stream().filter(function -> function.id().equals(id)).findFirst().orElseThrow();
  }

  static Role role(Deployment deployment, String id) {
    return deployment.roles().stream().filter(role -> role.id().equals(id)).findFirst().orElseThrow();
  }

  static Trigger only(Deployment deployment) {
    if (deployment.triggers().size() != 1) {
      throw new AssertionError("expected one trigger, found " + deployment.triggers());
    }
    return deployment.triggers().getFirst();
  }
}
