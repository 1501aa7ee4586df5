package dev.slguard.template.cdk;

import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The assets of a stack: the folder or file behind an object key, the build folder behind an image. */
final class Assets {
  private final String folder;
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, String> images = new HashMap<>();

  Assets(AssemblyStack stack) {
    this.folder = stack.folder();
    for (Tree.Mapping manifest : stack.assetManifests()) {
      read(manifest, "files", "path", files);
      read(manifest, "dockerImages", "directory", images);
    }
  }

  private void read(Tree.Mapping manifest, String section, String key, Map<String, String> into) {
    manifest.mapping(section).ifPresent(all -> all.entries().forEach((hash, entry) -> {
      if (entry.value() instanceof Tree.Mapping asset) {
        Optional<Tree.Mapping> source = asset.mapping("source");
        source.flatMap(mapping -> mapping.text(key)).flatMap(path -> Root.resolveIn(folder, path))
            .ifPresent(path -> into.put(hash, path));
      }
    }));
  }

  /** The folder or file that a function's {@code Code} or a layer's {@code Content} is packed from, relative to the root. */
  Optional<String> packed(Tree.Mapping resource, Tree.Mapping code) {
    Optional<String> key = code.text("S3Key").flatMap(name -> Optional.ofNullable(files.get(hash(name))));
    return key.or(() -> image(code)).or(() -> resource.mapping("Metadata")
        .flatMap(metadata -> metadata.text("aws:asset:path")).flatMap(path -> Root.resolveIn(folder, path)));
  }

  private Optional<String> image(Tree.Mapping code) {
    Optional<String> address = code.mapping("ImageUri").flatMap(uri -> uri.text("Fn::Sub"))
        .or(() -> code.text("ImageUri"));
    return address.flatMap(text -> Optional.ofNullable(images.get(text.substring(text.lastIndexOf(':') + 1))));
  }

  /** The template of a nested stack whose address ends with {@code /<hash>.json}. */
  Optional<String> nestedTemplate(Tree url) {
    return lastText(url, 0).flatMap(text -> Optional.ofNullable(files.get(hash(text))))
        .filter(path -> path.endsWith(".json"));
  }

  private static Optional<String> lastText(Tree tree, int depth) {
    return switch (tree) {
      case Tree.Scalar(String text, _, _) -> Optional.of(text);
      case Tree.Sequence(var items, _) ->
        items.isEmpty() || depth > 4 ? Optional.empty() : lastText(items.getLast(), depth + 1);
      case Tree.Mapping mapping -> mapping.single().isEmpty() || depth > 4
          ? Optional.empty()
          : lastText(mapping.single().get().getValue().value(), depth + 1);
    };
  }

  private static String hash(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }
}
