package dev.slguard.template.binding;

import dev.slguard.model.Code;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Finds where a function's program stands: a folder, the template itself, an image, or why it cannot be found. */
final class FunctionCode {
  /** Wrappers of monitoring products run the handler that one of these variables names. */
  private static final List<String> WRAPPED = List.of("DD_LAMBDA_HANDLER", "NEW_RELIC_LAMBDA_HANDLER",
      "LUMIGO_ORIGINAL_HANDLER", "EPSAGON_HANDLER", "SENTRY_LAMBDA_HANDLER", "ORIGINAL_HANDLER");

  private final Stack stack;
  private final HandlerFiles files;
  private final ImageCode images;
  private final StartScript scripts;

  FunctionCode(Stack stack) {
    this.stack = stack;
    this.files = new HandlerFiles(stack.root());
    this.images = new ImageCode(stack, files);
    this.scripts = new StartScript(stack);
  }

  /** What is known of a function when its code is looked for. */
  record Wanted(Resource resource, String runtime, String handler, SequencedMap<String, Value> environment) {

    Value.Mapping metadata() {
      return resource.attributes().get("Metadata") instanceof Value.Mapping mapping
          ? mapping
          : new Value.Mapping(new java.util.LinkedHashMap<>(), new java.util.LinkedHashMap<>(),
              resource.attributes().at());
    }

    /** The handler that runs in the end: monitoring products put theirs before it. */
    String effectiveHandler() {
      for (String name : WRAPPED) {
        if (environment.get(name) instanceof Value.Scalar(String text, _, _) && !text.isBlank()) {
          return text;
        }
      }
      return handler;
    }
  }

  Code of(Wanted wanted) {
    Resource resource = wanted.resource();
    Value written = resource.property("Code");
    Span at = written instanceof Value.Absent ? resource.provenance().at() : written.at();
    Optional<String> folder = stack.sourceFolder(resource);
    if (images.isImage(resource)) {
      return images.code(wanted, folder, at);
    }
    if (folder.isPresent()) {
      int colon = folder.get().lastIndexOf(':');
      String file = colon < 0 ? folder.get() : folder.get().substring(0, colon);
      if (stack.root().isFile(file) && Language.isAnalysed(file)) {
        String handler = wanted.effectiveHandler();
        String symbol = colon < 0 ? handler.substring(handler.lastIndexOf('.') + 1) : folder.get().substring(colon + 1);
        return new Code.Folder(Root.parent(file), Optional.of(file), symbol, at);
      }
      return inFolder(wanted, folder.get(), at);
    }
    List<Found> arms = stack.find(resource, "Code");
    if (arms.isEmpty()) {
      return inFolder(wanted, Root.parent(at.file()), at);
    }
    Code first = code(wanted, arms.getFirst().value());
    for (Found arm : arms) {
      Code code = code(wanted, arm.value());
      if (!(code instanceof Code.Missing)) {
        return code;
      }
    }
    return first;
  }

  /** The program of a web function's revision; its handler is the file, or command, that starts the server. */
  Code ofRevision(Wanted wanted) {
    List<Found> arms = stack.find(wanted.resource(), "BuildConfig.CodeConfig.S3Object");
    if (arms.isEmpty()) {
      return new Code.Missing("its code is not named", wanted.resource().provenance().at());
    }
    Value value = arms.getFirst().value();
    if (!(value instanceof Value.Scalar(String path, _, Span at)) || path.contains("://")) {
      return new Code.Missing(
          "its package is the S3 object '" + Text.shown(Spelling.of(value)) + "', or decided at deployment",
          value.at());
    }
    Optional<String> folder = Root.resolve(at.file(), path)
        .map(place -> stack.root().isFile(place) ? Root.parent(place) : place).filter(stack.root()::isFolder);
    if (folder.isEmpty()) {
      return new Code.Missing("no folder '" + Text.shown(path) + "' is in the scanned folder", at);
    }
    for (String word : wanted.handler().strip().split("\\s+", -1)) {
      Optional<HandlerFiles.Handler> started = scripts.named(folder.get(), word)
          .or(() -> scripts.started(folder.get(), word));
      if (!word.isEmpty() && started.isPresent()) {
        return new Code.Folder(folder.get(), started.get().file(), started.get().symbol(), at);
      }
    }
    return new Code.Folder(folder.get(), server(folder.get(), wanted.runtime()), "", at);
  }

  /** The file that the runtime starts where no entry point is named. */
  private Optional<String> server(String folder, String runtime) {
    List<String> names = Language.ofRuntime(runtime) == Language.PYTHON
        ? List.of("main.py", "app.py", "server.py", "index.py")
        : List.of("index.js", "index.mjs", "index.cjs", "index.ts", "server.js", "server.mjs", "server.ts", "app.js",
            "app.mjs", "app.ts");
    return names.stream().map(name -> folder.isEmpty() ? name : folder + '/' + name).filter(stack.root()::isFile)
        .findFirst();
  }

  private Code code(Wanted wanted, Value value) {
    return switch (value) {
      case Value.Scalar(String path, _, Span at) -> local(wanted, path, at);
      case Value.Mapping mapping -> packaged(wanted, mapping);
      case Value.Text _,Value.Unknown _,Value.Reference _,Value.Choice _,Value.Listing _ ->
        new Code.Missing("its place is decided at deployment", value.at());
      case Value.Absent(Span at) -> inFolder(wanted, Root.parent(at.file()), at);
    };
  }

  private Code packaged(Wanted wanted, Value.Mapping mapping) {
    for (Found text : stack.find(mapping, "ZipFile")) {
      Optional<String> program = EmbeddedText.unsubstituted(writtenText(wanted.resource()))
          .or(() -> EmbeddedText.spelled(text.value()));
      if (program.isPresent()) {
        SourceFile source = EmbeddedText.of(stack, program.get(), text.at(), writtenText(wanted.resource()));
        return new Code.Inline(source, inlineSymbol(wanted), text.at());
      }
    }
    if (!(mapping.get("ZipFile") instanceof Value.Absent)) {
      return new Code.Missing("its inline text is decided at deployment", mapping.get("ZipFile").at());
    }
    String bucket = Spelling.of(mapping.get("S3Bucket"));
    String key = Spelling.of(mapping.get("S3Key"));
    if (bucket.isEmpty() && key.isEmpty()) {
      return inFolder(wanted, Root.parent(mapping.at().file()), mapping.at());
    }
    Optional<String> asset = asset(key, mapping.at().file());
    if (asset.isPresent()) {
      return inFolder(wanted, asset.get(), mapping.at());
    }
    return new Code.Missing("its package is the S3 object '" + Text.shown(bucket + '/' + key) + "'", mapping.at());
  }

  /** CDK uploads the folder {@code asset.<hash>} beside the template as {@code <hash>.zip}. */
  private Optional<String> asset(String key, String template) {
    String name = key.substring(key.lastIndexOf('/') + 1);
    return name.endsWith(".zip")
        ? Root.resolve(template, "asset." + name.substring(0, name.length() - ".zip".length()))
            .filter(stack.root()::isFolder)
        : Optional.empty();
  }

  /** The property as the expansion has it before evaluation: shows the lines of a Fn::Join. */
  private Optional<Tree> writtenText(Resource resource) {
    Evaluated.Borrowed origin = stack.evaluated().origin(resource.id());
    return origin.from().body().mapping("Resources").flatMap(all -> all.mapping(origin.id()))
        .flatMap(own -> own.mapping("Properties")).flatMap(properties -> properties.mapping("Code"))
        .flatMap(code -> code.get("ZipFile"));
  }

  /** Inline code is the file {@code index}; the handler's last part names the function. */
  private static String inlineSymbol(Wanted wanted) {
    String handler = wanted.effectiveHandler();
    return handler.isEmpty() ? "handler" : handler.substring(handler.lastIndexOf('.') + 1);
  }

  private Code local(Wanted wanted, String path, Span at) {
    if (path.contains("://")) {
      return new Code.Missing("its package is '" + Text.shown(path) + "'", at);
    }
    Optional<String> resolved = Root.resolve(at.file(), path);
    return resolved.map(place -> inFolder(wanted, place, at))
        .orElseGet(() -> new Code.Missing("'" + Text.shown(path) + "' leads out of the scanned folder", at));
  }

  /** Code at {@code place}: a folder, a file, or the product of a build that is not there yet. */
  private Code inFolder(Wanted wanted, String place, Span at) {
    Root root = stack.root();
    boolean file = root.isFile(place);
    String folder = place;
    if (file) {
      folder = Root.parent(place);
    }
    while (!folder.isEmpty() && !root.isFolder(folder)) {
      folder = Root.parent(folder);
    }
    String handler = wanted.effectiveHandler();
    if (handler.isEmpty()) {
      return new Code.Folder(folder, file && Language.isAnalysed(place) ? Optional.of(place) : Optional.empty(), "",
          at);
    }
    Language language = Language.ofRuntime(wanted.runtime());
    Optional<HandlerFiles.Handler> found = find(wanted, place, folder, handler, language);
    if (found.isEmpty() && file && Language.isAnalysed(place)) {
      // CodeUri names the program itself.
      found = Optional
          .of(new HandlerFiles.Handler(Optional.of(place), handler.substring(handler.lastIndexOf('.') + 1)));
    }
    String where = folder;
    return found.<Code>map(handled -> new Code.Folder(where, handled.file(), handled.symbol(), at)).orElseGet(
        () -> new Code.Missing("no file of handler '" + Text.shown(handler) + "' in '" + Text.shown(place) + "'", at));
  }

  private Optional<HandlerFiles.Handler> find(Wanted wanted, String place, String folder, String handler,
      Language language) {
    List<String> entryPoints = entryPoints(wanted);
    Optional<HandlerFiles.Handler> found = place.equals(folder) || !place.startsWith(folder)
        ? Optional.empty()
        : files.find(place, handler, language, entryPoints);
    if (found.isEmpty()) {
      found = files.find(folder, handler, language, entryPoints);
    }
    if (found.isEmpty() && language != Language.JAVA) {
      found = scripts.started(folder, handler);
    }
    return found;
  }

  /** esbuild's entry points, as the resource's Metadata gives them. */
  private List<String> entryPoints(Wanted wanted) {
    var entries = new ArrayList<String>();
    for (Found found : stack.find(wanted.metadata(), "BuildProperties.EntryPoints[]")) {
      found.text().ifPresent(entries::add);
    }
    return entries;
  }
}
