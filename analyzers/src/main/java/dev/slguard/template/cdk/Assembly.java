package dev.slguard.template.cdk;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A cloud assembly ({@code cdk.out}) as its manifest describes it, with the assemblies of its stages. */
final class Assembly {
  private final Root root;
  private final Diagnostics diagnostics;
  private final List<AssemblyStack> stacks = new ArrayList<>();
  private final Set<String> files = new TreeSet<>();
  private final Set<String> manifests = new HashSet<>();

  private Assembly(Root root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** Reads the assembly whose manifest is {@code manifest}, the content of the file {@code path}. */
  static Assembly read(String path, Tree.Mapping manifest, Root root, Diagnostics diagnostics) {
    var assembly = new Assembly(root, diagnostics);
    assembly.add(path, manifest);
    return assembly;
  }

  /** The stacks of all stages. */
  List<AssemblyStack> stacks() {
    return List.copyOf(stacks);
  }

  /** Paths of the files that the assembly is made of, sorted: templates, nested templates, metadata, manifests. */
  List<String> files() {
    return List.copyOf(files);
  }

  private void add(String path, Tree.Mapping manifest) {
    if (!manifests.add(path)) {
      return;
    }
    files.add(path);
    String folder = Root.parent(path);
    List<Tree.Mapping> artifacts = new ArrayList<>();
    manifest.mapping("artifacts").ifPresent(all -> all.entries().values().forEach(entry -> {
      if (entry.value() instanceof Tree.Mapping artifact) {
        artifacts.add(artifact);
      }
    }));
    var assets = new ArrayList<Tree.Mapping>();
    for (Tree.Mapping artifact : artifacts) {
      switch (artifact.text("type").orElse("")) {
        case "cdk:asset-manifest" ->
          file(artifact, "file", folder).flatMap(place -> json(place, artifact.at())).ifPresent(assets::add);
        case "cdk:tree" -> file(artifact, "file", folder).ifPresent(files::add);
        default -> {
        }
      }
    }
    assets.forEach(manifestOfAssets -> nestedTemplates(manifestOfAssets, folder));
    for (Tree.Mapping artifact : artifacts) {
      switch (artifact.text("type").orElse("")) {
        case "aws:cloudformation:stack" -> stack(artifact, folder, assets);
        case "cdk:cloud-assembly" -> stage(artifact, folder);
        default -> {
        }
      }
    }
  }

  private static Optional<String> file(Tree.Mapping artifact, String key, String folder) {
    return artifact.mapping("properties").flatMap(properties -> properties.text(key))
        .flatMap(name -> Root.resolveIn(folder, name));
  }

  private Optional<Tree.Mapping> json(String path, Span asker) {
    files.add(path);
    Optional<SourceFile> file = root.read(path, asker, diagnostics);
    return file.flatMap(source -> Documents.read(source, root.limits(), diagnostics).stream()
        .filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast).findFirst());
  }

  private void nestedTemplates(Tree.Mapping assets, String folder) {
    assets.mapping("files").ifPresent(all -> all.entries().values().forEach(entry -> {
      if (entry.value() instanceof Tree.Mapping asset) {
        asset.mapping("source").flatMap(source -> source.text("path")).filter(name -> name.endsWith(".template.json"))
            .flatMap(name -> Root.resolveIn(folder, name)).ifPresent(files::add);
      }
    }));
  }

  private void stack(Tree.Mapping artifact, String folder, List<Tree.Mapping> assets) {
    Optional<String> template = file(artifact, "templateFile", folder);
    if (template.isEmpty()) {
      diagnostics.error(artifact.at(), "this stack names no template in the assembly; it is not analysed");
      return;
    }
    files.add(template.get());
    Optional<Tree.Mapping> own = artifact.text("additionalMetadataFile").flatMap(name -> Root.resolveIn(folder, name))
        .filter(root::isFile).flatMap(place -> json(place, artifact.at()));
    Tree.Mapping metadata = own.or(() -> artifact.mapping("metadata"))
        .orElseGet(() -> Tree.emptyMapping(artifact.at()));
    String name = artifact.text("displayName")
        .or(() -> artifact.mapping("properties").flatMap(properties -> properties.text("stackName")))
        .orElseGet(() -> template.get().substring(template.get().lastIndexOf('/') + 1).replace(".template.json", ""));
    stacks.add(new AssemblyStack(name, folder, template.get(), metadata, assets, artifact.at()));
  }

  private void stage(Tree.Mapping artifact, String folder) {
    Optional<String> place = file(artifact, "directoryName", folder).map(name -> name + "/manifest.json");
    if (place.isEmpty() || !root.isFile(place.get())) {
      diagnostics.error(artifact.at(), "the assembly of the stage '"
          + Text.shown(artifact.text("displayName").orElse("")) + "' is not there; it is not analysed");
      return;
    }
    json(place.get(), artifact.at()).ifPresent(manifest -> add(place.get(), manifest));
  }
}
