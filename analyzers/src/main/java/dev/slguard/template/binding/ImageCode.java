package dev.slguard.template.binding;

import dev.slguard.model.Code;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program of an image function, where its Dockerfile stands in the scanned folder. */
final class ImageCode {
  private final Stack stack;
  private final HandlerFiles files;

  ImageCode(Stack stack, HandlerFiles files) {
    this.stack = stack;
    this.files = files;
  }

  boolean isImage(Resource resource) {
    return stack.text(resource, "PackageType").filter("Image"::equals).isPresent()
        || !stack.find(resource, "Code.ImageUri").isEmpty();
  }

  Code code(FunctionCode.Wanted wanted, Optional<String> sourceFolder, Span at) {
    Optional<String> folder = sourceFolder.or(() -> context(wanted));
    Optional<String> command = stack.text(wanted.resource(), "ImageConfig.Command[]");
    if (folder.isEmpty()) {
      return new Code.Image(Optional.empty(), Optional.empty(), command.orElse(""), at);
    }
    Dockerfile docker = dockerfile(wanted, folder.get(), at);
    String symbol = command.or(docker::handler).orElse("");
    Optional<HandlerFiles.Handler> handler = symbol.isEmpty()
        ? Optional.empty()
        : handler(folder.get(), docker, symbol);
    if (handler.isEmpty()) {
      handler = started(folder.get(), docker);
    }
    return new Code.Image(folder, handler.flatMap(HandlerFiles.Handler::file),
        handler.map(HandlerFiles.Handler::symbol).orElse(symbol), at);
  }

  /** SAM: Metadata.DockerContext, relative to the template. */
  private Optional<String> context(FunctionCode.Wanted wanted) {
    Value context = wanted.metadata().get("DockerContext");
    return Found.text(context).flatMap(path -> Root.resolve(context.at().file(), path)).filter(stack.root()::isFolder);
  }

  private Dockerfile dockerfile(FunctionCode.Wanted wanted, String folder, Span at) {
    String name = Found.text(wanted.metadata().get("Dockerfile")).orElse("Dockerfile");
    Optional<String> path = Root.resolveIn(folder, name).filter(stack.root()::isFile);
    Optional<SourceFile> text = path.flatMap(file -> stack.file(file, at));
    return text.map(file -> Dockerfile.read(file.text())).orElseGet(Dockerfile::empty);
  }

  private Optional<HandlerFiles.Handler> handler(String folder, Dockerfile docker, String symbol) {
    for (String place : places(folder, docker)) {
      Optional<HandlerFiles.Handler> found = files.find(place, symbol, docker.language(), List.of());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The folder of the Dockerfile, and those that it copies into the image. */
  private List<String> places(String folder, Dockerfile docker) {
    var places = new ArrayList<String>();
    places.add(folder);
    for (String copied : docker.copied()) {
      Root.resolveIn(folder, copied)
          .ifPresent(path -> places.add(stack.root().isFolder(path) ? path : Root.parent(path)));
    }
    return places;
  }

  /** A web server started by CMD, as under the Lambda Web Adapter. */
  private Optional<HandlerFiles.Handler> started(String folder, Dockerfile docker) {
    var scripts = new StartScript(stack);
    for (String place : places(folder, docker)) {
      for (String word : docker.command()) {
        Optional<HandlerFiles.Handler> named = scripts.named(place, word);
        if (named.isPresent()) {
          return named;
        }
      }
    }
    return Optional.empty();
  }
}
