package dev.slguard.template.serverless.variables;

import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.Unresolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves the variables of a service file for one stage. What the deploying machine, an AWS account or a program decides
 * becomes {@link Unresolved}. Objects and lists keep the place where they were written, texts that of the variable.
 *
 * <p>Time and memory are bounded whatever the file: results that would nest deeper than {@link #DEPTH} or hold more nodes
 * than the reader allows become unresolved. One resolver a file and stage; not thread-safe.
 */
public final class Resolver {
  /** Deepest nesting of work and of results: the reader's own bound, and as much again for what variables add. */
  private static final int DEPTH = 200;

  /** How much text variables may build, all texts together, in UTF-16 code units. */
  private static final int TEXT_LENGTH = 20_000_000;

  private final Tree.Mapping config;
  private final Inputs inputs;
  private final ReferencedFiles files;
  private final Diagnostics diagnostics;
  private final int nodeLimit;
  private final Map<String, Known> known = new HashMap<>();
  private final Set<String> active = new LinkedHashSet<>();
  private int depth;
  private long nodes;
  private long textLength;

  /** A resolved address, with the measures that bound its further use. */
  private record Known(Optional<Tree> tree, int nodes, int height) {}

  /**
   * A resolver for the service {@code config}.
   *
   * @param folder the service's folder, relative to the root
   */
  public Resolver(Tree.Mapping config, String folder, Root root, Inputs inputs, Diagnostics diagnostics) {
    this.config = config;
    this.inputs = inputs;
    this.files = new ReferencedFiles(folder, root, diagnostics);
    this.diagnostics = diagnostics;
    this.nodeLimit = root.limits().nodes();
  }

  /** {@code tree} without variables. */
  public Tree resolve(Tree tree) {
    if (depth >= DEPTH || ++nodes > nodeLimit) {
      return tooLarge(tree.at());
    }
    depth++;
    Tree resolved = switch (tree) {
      case Tree.Scalar scalar -> scalar(scalar);
      case Tree.Sequence sequence -> sequence(sequence);
      case Tree.Mapping mapping -> mapping(mapping);
    };
    depth--;
    return resolved;
  }

  private Tree tooLarge(Span at) {
    diagnostics.error(at, "variables make this value too large or too deep; it is treated as unknown");
    return new Unresolved(Value.Origin.MALFORMED, "too large").at(at);
  }

  private Tree sequence(Tree.Sequence sequence) {
    var items = new ArrayList<Tree>(sequence.items().size());
    for (Tree item : sequence.items()) {
      items.add(resolve(item));
    }
    return new Tree.Sequence(items, sequence.at());
  }

  private Tree mapping(Tree.Mapping mapping) {
    Optional<Tree> substitution = mapping.entries().size() == 1 ? substitution(mapping) : Optional.empty();
    if (substitution.isPresent()) {
      return substitution.get();
    }
    var entries = new LinkedHashMap<String, Tree.Entry>();
    mapping.entries().forEach((key, entry) -> entries.put(key, new Tree.Entry(entry.keyAt(), resolve(entry.value()))));
    return new Tree.Mapping(entries, mapping.at());
  }

  /** A {@code Fn::Sub} whose text holds variables of the service. */
  private Optional<Tree> substitution(Tree.Mapping mapping) {
    Optional<Tree> argument = mapping.get("Fn::Sub");
    Optional<Tree> text = argument
        .map(tree -> tree instanceof Tree.Sequence(var items, _) && !items.isEmpty() ? items.getFirst() : tree);
    if (text.isEmpty() || !(text.get() instanceof Tree.Scalar scalar) || !VariableText.mayHold(scalar.text())) {
      return Optional.empty();
    }
    Optional<Tree.Mapping> names = Optional.empty();
    if (argument.get() instanceof Tree.Sequence(var items, _) && items.size() == 2) {
      if (!(resolve(items.get(1)) instanceof Tree.Mapping resolved)) {
        return Optional.empty();
      }
      names = Optional.of(resolved);
    }
    List<Piece> pieces = VariableText.parse(scalar.text());
    return Optional.of(Symbols.substituted(parts(pieces, scalar.at()), names, mapping.at()));
  }

  private Tree scalar(Tree.Scalar scalar) {
    if (!VariableText.mayHold(scalar.text())) {
      return scalar;
    }
    return text(VariableText.parse(scalar.text()), scalar.at());
  }

  /** {@code pieces} as one value: that of the variable if there is nothing else, else a text. */
  private Tree text(List<Piece> pieces, Span at) {
    if (pieces.size() == 1 && pieces.getFirst() instanceof Piece.Variable variable) {
      return whole(variable, at);
    }
    return Symbols.joined(parts(pieces, at), at);
  }

  private List<Tree> parts(List<Piece> pieces, Span at) {
    var parts = new ArrayList<Tree>();
    for (Piece piece : pieces) {
      Tree part = switch (piece) {
        case Piece.Literal(String literal) -> Tree.Scalar.text(literal, at);
        case Piece.Variable variable -> part(variable, at);
      };
      textLength += part instanceof Tree.Scalar(String known, _, _) ? known.length() : 1;
      if (textLength > TEXT_LENGTH) {
        return List.of(tooLarge(at));
      }
      parts.add(part);
    }
    return parts;
  }

  private Tree part(Piece.Variable variable, Span at) {
    Tree value = whole(variable, at);
    if (value instanceof Tree.Scalar || Symbols.isSymbol(value)) {
      return value;
    }
    diagnostics.warning(at, "'" + Text.shown(variable.text())
        + "' is an object or list and stands inside a text; it is treated as unknown");
    return new Unresolved(Value.Origin.MALFORMED, variable.text()).at(at);
  }

  /** The value of a variable, unresolved if no source has one. */
  private Tree whole(Piece.Variable variable, Span at) {
    Optional<Tree> value = value(variable, at);
    if (value.isPresent()) {
      return value.get() instanceof Tree.Scalar(String text, Tree.Kind kind, _)
          ? new Tree.Scalar(text, kind, at)
          : value.get();
    }
    return missing(variable, at);
  }

  private Optional<Tree> value(Piece.Variable variable, Span at) {
    for (Piece.Source source : variable.sources()) {
      Optional<Tree> value = switch (source) {
        case Piece.Source.Constant(String text, Tree.Kind kind) -> Optional.of(new Tree.Scalar(text, kind, at));
        case Piece.Source.Nested(Piece.Variable nested) -> value(nested, at);
        case Piece.Source.Lookup lookup -> lookup(lookup, variable, at);
      };
      boolean isNull = value.isPresent() && value.get() instanceof Tree.Scalar(_, Tree.Kind kind, _)
          && kind == Tree.Kind.NULL;
      boolean isLast = source.equals(variable.sources().getLast());
      if (value.isPresent() && (!isNull || isLast && source instanceof Piece.Source.Constant)) {
        return value;
      }
    }
    return Optional.empty();
  }

  private Tree missing(Piece.Variable variable, Span at) {
    String shown = Text.shown(variable.text());
    if (!(variable.sources().getFirst() instanceof Piece.Source.Lookup lookup)) {
      return new Tree.Scalar("", Tree.Kind.NULL, at);
    }
    String detail = variable.text().substring(2, variable.text().length() - 1);
    return switch (lookup.type()) {
      case "env" -> {
        diagnostics.note(at, "'" + shown + "' is known to the deploying machine only; the value is treated as unknown");
        yield new Unresolved(Value.Origin.ENVIRONMENT, detail).at(at);
      }
      case "opt", "param" -> {
        diagnostics.note(at, "'" + shown + "' is given at deployment; the value is treated as unknown");
        yield new Unresolved(Value.Origin.ENVIRONMENT, detail).at(at);
      }
      case "file" -> {
        diagnostics.note(at, "'" + shown + "' finds no value in the scanned folder; the value is treated as unknown");
        yield new Unresolved(Value.Origin.FILE, detail).at(at);
      }
      default -> {
        diagnostics.warning(at, "'" + shown + "' finds no value; the value is treated as unknown");
        yield new Unresolved(Value.Origin.MALFORMED, detail).at(at);
      }
    };
  }

  private Optional<Tree> lookup(Piece.Source.Lookup lookup, Piece.Variable variable, Span at) {
    Optional<Tree> address = lookup.address().map(pieces -> text(pieces, at));
    if (address.isPresent() && !(address.get() instanceof Tree.Scalar)) {
      return Optional.of(unknown(variable, Value.Origin.ENVIRONMENT, at));
    }
    String name = address.map(tree -> ((Tree.Scalar) tree).text()).orElse("");
    return switch (lookup.type()) {
      case "self" -> self(name, variable, at);
      case "file" -> file(lookup, name, variable, at);
      case "opt" -> option(name, variable, at);
      case "param" -> parameter(name, at);
      case "env" -> Optional.empty();
      case "sls" -> name.equals("stage")
          ? Optional.of(Tree.Scalar.text(inputs.stage(), at))
          : Optional.of(unknown(variable, Value.Origin.ENVIRONMENT, at));
      case "aws" -> aws(name, variable, at);
      case "strToBool" -> truth(lookup, variable, at);
      case "ssm", "s3", "vault", "doppler" -> Optional.of(unknown(variable, Value.Origin.DYNAMIC_REFERENCE, at));
      case "cf", "output", "terraform" -> Optional.of(unknown(variable, Value.Origin.IMPORT, at));
      case "git" -> Optional.of(unknown(variable, Value.Origin.ENVIRONMENT, at));
      default -> {
        Value.Origin origin = lookup.type().startsWith("cf.") ? Value.Origin.IMPORT : Value.Origin.MACRO;
        yield Optional.of(unknown(variable, origin, at));
      }
    };
  }

  private Tree unknown(Piece.Variable variable, Value.Origin origin, Span at) {
    diagnostics.note(at,
        "'" + Text.shown(variable.text()) + "' cannot be read offline; the value is treated as unknown");
    return new Unresolved(origin, variable.text().substring(2, variable.text().length() - 1)).at(at);
  }

  private Optional<Tree> option(String name, Piece.Variable variable, Span at) {
    Optional<Tree> given = inputs.option(name).map(text -> Tree.Scalar.text(text, at));
    // A service that asks for the stage without a fallback is never deployed without one.
    return given.isEmpty() && name.equals("stage") && variable.sources().size() == 1
        ? Optional.of(Tree.Scalar.text(inputs.stage(), at))
        : given;
  }

  private Optional<Tree> parameter(String name, Span at) {
    String given = inputs.parameters().get(name);
    if (given != null) {
      return Optional.of(Tree.Scalar.text(given, at));
    }
    for (Tree.Mapping declared : inputs.declaredParameters()) {
      Optional<Tree> value = declared.get(name).map(this::resolve);
      if (value.isPresent() && !(value.get() instanceof Tree.Scalar(_, Tree.Kind kind, _) && kind == Tree.Kind.NULL)) {
        return value;
      }
    }
    return Optional.empty();
  }

  private Optional<Tree> aws(String name, Piece.Variable variable, Span at) {
    return switch (name) {
      case "accountId" -> Optional.of(Symbols.call("Ref", Tree.Scalar.text("AWS::AccountId", at)));
      case "region" -> Optional.of(Symbols.call("Ref", Tree.Scalar.text("AWS::Region", at)));
      default -> Optional.of(unknown(variable, Value.Origin.ENVIRONMENT, at));
    };
  }

  private Optional<Tree> truth(Piece.Source.Lookup lookup, Piece.Variable variable, Span at) {
    if (lookup.parameters().isEmpty()) {
      return Optional.empty();
    }
    Tree value = text(lookup.parameters().getFirst(), at);
    if (!(value instanceof Tree.Scalar scalar)) {
      return Optional.of(unknown(variable, Value.Origin.ENVIRONMENT, at));
    }
    return switch (scalar.text()) {
      case "true", "1" -> Optional.of(new Tree.Scalar("true", Tree.Kind.BOOLEAN, at));
      case "false", "0" -> Optional.of(new Tree.Scalar("false", Tree.Kind.BOOLEAN, at));
      default -> Optional.empty();
    };
  }

  private Optional<Tree> file(Piece.Source.Lookup lookup, String address, Piece.Variable variable, Span at) {
    if (lookup.parameters().isEmpty()) {
      return Optional.empty();
    }
    if (!(text(lookup.parameters().getFirst(), at) instanceof Tree.Scalar path)) {
      return Optional.of(unknown(variable, Value.Origin.FILE, at));
    }
    return switch (files.content(path.text(), at)) {
      case ReferencedFiles.Content.Missing _ -> Optional.empty();
      case ReferencedFiles.Content.Unreadable(String why) -> {
        diagnostics.note(at,
            "'" + Text.shown(path.text()) + "' is not read: " + why + "; the value is treated as unknown");
        yield Optional.of(new Unresolved(Value.Origin.FILE, path.text()).at(at));
      }
      case ReferencedFiles.Content.Known(Tree tree) ->
        addressed("file(" + path.text() + "):" + address, tree, address, variable, at);
    };
  }

  private Optional<Tree> self(String address, Piece.Variable variable, Span at) {
    // Version 2 had the name of a service under 'service.name' too.
    String key = address.equals("service.name") ? "service" : address;
    Optional<Tree> written = addressed("self:" + key, config, key, variable, at);
    // It had defaults for these as well, on which older services still count.
    return written.or(() -> switch (key) {
      case "provider.stage" -> Optional.of(Tree.Scalar.text(inputs.stage(), at));
      case "provider.region" -> Optional.of(Symbols.call("Ref", Tree.Scalar.text("AWS::Region", at)));
      default -> Optional.empty();
    });
  }

  /** What stands in {@code base} under {@code address}, keys parted by dots; {@code key} names both. */
  private Optional<Tree> addressed(String key, Tree base, String address, Piece.Variable variable, Span at) {
    Known before = known.get(key);
    if (before == null) {
      if (depth >= DEPTH || !active.add(key)) {
        diagnostics.warning(at, "'" + Text.shown(variable.text())
            + "' leads back to itself or through too many variables; the value is treated as unknown");
        return Optional.of(new Unresolved(Value.Origin.MALFORMED, key).at(at));
      }
      depth++;
      Optional<Tree> found = descend(base, address).map(this::resolve);
      depth--;
      active.remove(key);
      before = new Known(found, found.map(Resolver::size).orElse(0), found.map(Resolver::height).orElse(0));
      known.put(key, before);
      return found;
    }
    nodes += before.nodes;
    if (nodes > nodeLimit || depth + before.height > DEPTH) {
      return Optional.of(tooLarge(at));
    }
    return before.tree;
  }

  private Optional<Tree> descend(Tree base, String address) {
    Optional<Tree> current = Optional.of(base);
    if (address.isEmpty()) {
      return current;
    }
    for (String key : address.split("\\.", -1)) {
      if (current.isEmpty()) {
        return current;
      }
      Tree holder = current.get() instanceof Tree.Scalar scalar ? scalar(scalar) : current.get();
      if (Unresolved.of(holder).isPresent()) {
        return Optional.of(holder);
      }
      current = switch (holder) {
        case Tree.Mapping mapping -> mapping.get(key);
        case Tree.Sequence(var items, _) -> item(items, key);
        case Tree.Scalar _ -> Optional.empty();
      };
    }
    return current;
  }

  private static Optional<Tree> item(List<Tree> items, String key) {
    if (key.isEmpty() || key.length() > 6 || !key.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    int index = Integer.parseInt(key);
    return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
  }

  private static int size(Tree tree) {
    return switch (tree) {
      case Tree.Scalar _ -> 1;
      case Tree.Sequence(var items, _) -> 1 + items.stream().mapToInt(Resolver::size).sum();
      case Tree.Mapping mapping -> 1 + mapping.entries().values().stream().mapToInt(entry -> size(entry.value())).sum();
    };
  }

  private static int height(Tree tree) {
    return switch (tree) {
      case Tree.Scalar _ -> 1;
      case Tree.Sequence(var items, _) -> 1 + items.stream().mapToInt(Resolver::height).max().orElse(0);
      case Tree.Mapping mapping ->
        1 + mapping.entries().values().stream().mapToInt(entry -> height(entry.value())).max().orElse(0);
    };
  }
}
