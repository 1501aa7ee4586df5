package dev.slguard.code.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the imports of a file bind, wherever they stand: it spells names and types as an import would. */
final class ImportedNames {
  /** Longer dotted names, deeper types than this are not spelled out. */
  private static final int LONGEST = 16;

  private final Map<String, String> bound = new HashMap<>();
  private final Map<String, Expression> aliases = new HashMap<>();

  private ImportedNames() {}

  /** The imports of {@code module}; where several bind one name the first counts. */
  static ImportedNames of(List<Statement> module) {
    var names = new ImportedNames();
    new StatementWalk(names::collect).walk(module);
    return names;
  }

  private void collect(Statement statement) {
    if (statement instanceof Statement.Import(List<Statement.Alias> names, _, _)) {
      for (Statement.Alias alias : names) {
        String root = root(alias.name());
        bound.putIfAbsent(alias.as().orElse(root), alias.as().isPresent() ? alias.name() : root);
      }
    } else if (statement instanceof Statement.Assign(List<Expression> targets, Expression value, _, _)
        && targets.size() == 1 && targets.getFirst() instanceof Expression.Name(String id, _, _) && isType(value)) {
      aliases.putIfAbsent(id, value);
    } else if (statement instanceof Statement.ImportFrom from) {
      for (Statement.Alias alias : from.names()) {
        bound.putIfAbsent(alias.as().orElse(alias.name()), member(specifier(from), alias.name()));
      }
    }
  }

  /** Whether {@code value} can be nothing but a type with marks: {@code Annotated[str, …]}, {@code constr(…)}. */
  private static boolean isType(Expression value) {
    Expression named = value instanceof Expression.Subscript(Expression generic, _, _, _)
        ? generic
        : value instanceof Expression.Call(Expression function, _, _, _) ? function : value;
    String name = named instanceof Expression.Attribute(_, String member, _, _)
        ? member
        : named instanceof Expression.Name(String id, _, _) ? id : "";
    return value instanceof Expression.Subscript && (name.equals("Annotated") || name.equals("Literal"))
        || value instanceof Expression.Call && (name.equals("constr") || name.equals("conint"));
  }

  /** {@code annotation}, or what the name it consists of stands for in this file. */
  Expression written(Expression annotation) {
    return annotation instanceof Expression.Name(String id, _, _) ? aliases.getOrDefault(id, annotation) : annotation;
  }

  /** The first part of a dotted name. */
  static String root(String dotted) {
    int dot = dotted.indexOf('.');
    return dot < 0 ? dotted : dotted.substring(0, dot);
  }

  /** What a {@code from} imports from, with its leading dots. */
  static String specifier(Statement.ImportFrom from) {
    return ".".repeat(from.level()) + from.module();
  }

  /** {@code member} of {@code module}: {@code .} and {@code x} make {@code .x}. */
  static String member(String module, String member) {
    return module.endsWith(".") ? module + member : module + '.' + member;
  }

  /** A dotted name through the imports; empty for any other expression. */
  Optional<String> qualified(Expression expression) {
    var parts = new ArrayList<String>(2);
    Expression at = expression;
    while (at instanceof Expression.Attribute(Expression value, String name, _, _) && parts.size() < LONGEST) {
      parts.add(name);
      at = value;
    }
    if (!(at instanceof Expression.Name(String id, _, _))) {
      return Optional.empty();
    }
    var spelled = new StringBuilder(bound.getOrDefault(id, id));
    for (int i = parts.size() - 1; i >= 0; i--) {
      spelled.append('.').append(parts.get(i));
    }
    return Optional.of(spelled.toString());
  }

  /**
   * The type that an annotation states, spelled as {@link dev.slguard.code.ir.Variable#type} is; {@code Optional},
   * {@code Annotated} and the like stand for what they hold.
   */
  Optional<String> type(Expression annotation) {
    return type(annotation, LONGEST);
  }

  private Optional<String> type(Expression annotation, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    return switch (written(annotation)) {
      case Expression.Name _,Expression.Attribute _ -> qualified(annotation);
      case Expression.Text(String quoted, _, _, _) -> Annotations.quoted(quoted).flatMap(it -> type(it, depth - 1));
      case Expression.Subscript(Expression generic, Expression index, _, _) ->
        type(generic, depth - 1).flatMap(name -> applied(name, index, depth));
      case Expression.Call(Expression made, _, _, _) -> qualified(made);
      case Expression.Binary union when union.operator() == TokenKind.PIPE -> onlyOne(alternatives(union), depth);
      default -> Optional.empty();
    };
  }

  private Optional<String> applied(String generic, Expression index, int depth) {
    List<Expression> arguments = index instanceof Expression.Tuple tuple ? tuple.items() : List.of(index);
    return switch (generic.substring(generic.lastIndexOf('.') + 1)) {
      case "Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "InitVar", "Mapped" ->
        arguments.isEmpty() ? Optional.empty() : type(arguments.getFirst(), depth - 1);
      case "Union" -> onlyOne(arguments, depth);
      default -> {
        List<String> types = arguments.stream().map(argument -> type(argument, depth - 1).orElse("")).toList();
        yield Optional.of(types.contains("") ? generic : generic + '<' + String.join(",", types) + '>');
      }
    };
  }

  private Optional<String> onlyOne(List<Expression> alternatives, int depth) {
    List<Expression> types = alternatives.stream().filter(type -> !(type instanceof Expression.Constant)).toList();
    return types.size() == 1 ? type(types.getFirst(), depth - 1) : Optional.empty();
  }

  private static List<Expression> alternatives(Expression union) {
    var types = new ArrayList<Expression>();
    Expression at = union;
    while (at instanceof Expression.Binary(Expression left, TokenKind operator, Expression right, _, _)
        && operator == TokenKind.PIPE) {
      types.add(right);
      at = left;
    }
    types.add(at);
    return types;
  }
}
