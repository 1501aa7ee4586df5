package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fn::Transform: AWS::Include takes the content of a file beside the template (as {@code sam package} and {@code aws
 * cloudformation package} would upload it); other macros are not run.
 */
final class Includes {
  private final Interpreter interpreter;
  private final Set<String> open = new HashSet<>();

  Includes(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  Value transform(Tree argument, Span at, ConditionSet when) {
    if (!(argument instanceof Tree.Mapping call) || call.text("Name").isEmpty()) {
      return interpreter.malformed(at, "'Fn::Transform' needs a Name");
    }
    String name = call.text("Name").orElse("");
    if (!name.equals("AWS::Include")) {
      interpreter.diagnostics().warning(at, "the macro '" + Text.shown(name) + "' is not run; its result is unknown");
      return new Value.Unknown(Value.Origin.MACRO, name, at);
    }
    Optional<Tree> location = call.mapping("Parameters").flatMap(parameters -> parameters.get("Location"));
    if (location.isEmpty()) {
      return interpreter.malformed(at, "'AWS::Include' needs a Location");
    }
    return switch (interpreter.value(location.get(), when)) {
      case Value.Scalar(String file, _, _) -> included(file, at, when);
      case Value.Text text when text.parts().getLast() instanceof Value.Scalar(String end, _, _)
          && interpreter.localFile(end.substring(end.lastIndexOf('/') + 1)).isPresent() ->
        included(end.substring(end.lastIndexOf('/') + 1), at, when);
      case Value.Choice _,Value.Listing _,Value.Mapping _,Value.Reference _,Value.Text _,Value.Unknown _,Value.Absent _ -> {
        interpreter.diagnostics().warning(at,
            "the file that 'AWS::Include' names is decided at deployment; its content is" + " unknown");
        yield new Value.Unknown(Value.Origin.FILE, "AWS::Include", at);
      }
    };
  }

  private Value included(String location, Span at, ConditionSet when) {
    Optional<String> path = interpreter.localFile(location);
    if (path.isEmpty() || !open.add(path.get())) {
      interpreter.diagnostics().error(at,
          path.isEmpty()
              ? "'" + Text.shown(location) + "' is no file beside the template; what it includes is unknown"
              : "'" + Text.shown(location) + "' includes itself; what it includes is unknown");
      return new Value.Unknown(Value.Origin.FILE, location, at);
    }
    try {
      Optional<Tree> content = content(path.get(), at, interpreter.root(), interpreter.diagnostics());
      return content.isPresent()
          ? interpreter.value(content.get(), when)
          : new Value.Unknown(Value.Origin.FILE, location, at);
    } finally {
      open.remove(path.get());
    }
  }

  /** The first document of the file {@code path}, asked for at {@code asker}. */
  static Optional<Tree> content(String path, Span asker, Root root, Diagnostics diagnostics) {
    Optional<SourceFile> file = root.read(path, asker, diagnostics);
    List<Tree> documents = file.isPresent() ? Documents.read(file.get(), root.limits(), diagnostics) : List.of();
    return documents.stream().findFirst();
  }
}
