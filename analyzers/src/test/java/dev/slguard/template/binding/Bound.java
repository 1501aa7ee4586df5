package dev.slguard.template.binding;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plain CloudFormation template with the files beside it, bound; intrinsics as far as the tests use them. */
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
      return new Binder().bind(evaluated(path, body, Deployment.Format.CLOUDFORMATION, sourceFolders), root,
          diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Evaluated evaluated(String path, Tree.Mapping body, Deployment.Format format, Map<String, String> folders) {
    var resources = new LinkedHashMap<String, Resource>();
    Tree.Mapping written = body.mapping("Resources").orElseGet(() -> Tree.emptyMapping(body.at()));
    written.entries().forEach((id, entry) -> {
      if (entry.value() instanceof Tree.Mapping resource) {
        resources.put(id, resource(id, entry.keyAt(), resource, written));
      }
    });
    var expansion = new Expansion(path, path, format, body, Map.of(), folders);
    return new Evaluated(expansion, resources, List.of(), List.of(), Map.of());
  }

  private static Resource resource(String id, Span at, Tree.Mapping written, Tree.Mapping all) {
    String type = written.text("Type").orElse("");
    Value.Mapping properties = written.get("Properties").map(tree -> value(tree, all))
        .filter(Value.Mapping.class::isInstance).map(Value.Mapping.class::cast)
        .orElseGet(() -> new Value.Mapping(new LinkedHashMap<>(), new LinkedHashMap<>(), written.at()));
    ConditionSet conditions = written.text("Condition")
        .map(name -> new ConditionSet(new ConditionSet.Formula.Named(name))).orElse(ConditionSet.ALWAYS);
    return new Resource(id, type, properties, (Value.Mapping) value(written, all), conditions,
        Provenance.authored(at, id, type));
  }

  private static Value value(Tree tree, Tree.Mapping resources) {
    return switch (tree) {
      case Tree.Scalar(String text, Tree.Kind kind, Span at) -> new Value.Scalar(text, kind, at);
      case Tree.Sequence(var items, Span at) ->
        new Value.Listing(items.stream().map(item -> value(item, resources)).toList(), at);
      case Tree.Mapping mapping ->
        mapping.single().flatMap(entry -> call(entry.getKey(), entry.getValue().value(), resources)).orElseGet(() -> {
          var values = new LinkedHashMap<String, Value>();
          var keys = new LinkedHashMap<String, Span>();
          mapping.entries().forEach((key, entry) -> {
            values.put(key, value(entry.value(), resources));
            keys.put(key, entry.keyAt());
          });
          return new Value.Mapping(values, keys, mapping.at());
        });
    };
  }

  private static Optional<Value> call(String function, Tree argument, Tree.Mapping resources) {
    return switch (function) {
      case "Ref" -> argument instanceof Tree.Scalar(String name, _, Span at)
          ? Optional.of(named(name, at, resources))
          : Optional.empty();
      case "Fn::GetAtt" -> argument instanceof Tree.Sequence(var items, Span at)
          && items.getFirst() instanceof Tree.Scalar id && items.getLast() instanceof Tree.Scalar attribute
              ? Optional.of(new Value.Reference(id.text(), attribute.text(), at))
              : Optional.empty();
      case "Fn::Sub" -> Optional.of(sub(argument, resources));
      case "Fn::Join" -> {
        var parts = new ArrayList<Value>();
        if (argument instanceof Tree.Sequence(var call, Span at) && call.getFirst() instanceof Tree.Scalar delimiter
            && call.getLast() instanceof Tree.Sequence list) {
          for (Tree item : list.items()) {
            if (!parts.isEmpty()) {
              parts.add(Value.Scalar.text(delimiter.text(), at));
            }
            parts.add(value(item, resources));
          }
        }
        yield Optional.of(text(parts, argument.at()));
      }
      case "Fn::If" -> argument instanceof Tree.Sequence(var items, Span at) && items.size() == 3
          && items.getFirst() instanceof Tree.Scalar condition
              ? Optional.of(new Value.Choice(condition.text(), value(items.get(1), resources),
                  value(items.get(2), resources), at))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Value named(String name, Span at, Tree.Mapping resources) {
    if (name.equals("AWS::NoValue")) {
      return new Value.Absent(at);
    }
    if (name.startsWith("AWS::")) {
      return new Value.Unknown(Value.Origin.PSEUDO, name, at);
    }
    int dot = name.indexOf('.');
    String id = dot < 0 ? name : name.substring(0, dot);
    return resources.has(id)
        ? new Value.Reference(id, dot < 0 ? "" : name.substring(dot + 1), at)
        : new Value.Unknown(Value.Origin.PARAMETER, name, at);
  }

  private static Value sub(Tree argument, Tree.Mapping resources) {
    Tree template = argument instanceof Tree.Sequence(var items, _) ? items.getFirst() : argument;
    String text = template instanceof Tree.Scalar scalar ? scalar.text() : "";
    var parts = new ArrayList<Value>();
    int from = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
      int close = text.indexOf('}', open);
      parts.add(Value.Scalar.text(text.substring(from, open), template.at()));
      parts.add(named(text.substring(open + 2, close), template.at(), resources));
      from = close + 1;
    }
    parts.add(Value.Scalar.text(text.substring(from), template.at()));
    return text(parts, argument.at());
  }

  private static Value text(List<Value> parts, Span at) {
    var joined = new ArrayList<Value>();
    for (Value part : parts) {
      if (part instanceof Value.Scalar(String text, _, _)) {
        if (!joined.isEmpty() && joined.getLast() instanceof Value.Scalar(String before, _, _)) {
          joined.set(joined.size() - 1, Value.Scalar.text(before + text, at));
        } else if (!text.isEmpty()) {
          joined.add(part);
        }
      } else {
        joined.add(part);
      }
    }
    return switch (joined.size()) {
      case 0 -> Value.Scalar.text("", at);
      case 1 -> joined.getFirst();
      default -> new Value.Text(joined, at);
    };
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
