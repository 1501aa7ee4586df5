package dev.slguard.code.javascript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the names of a file mean by its imports: qualifies types and decorators as the models spell them. */
final class Names {
  /** A type annotation longer than this names nothing that a model knows. */
  private static final int LONGEST = 600;

  private final Map<String, String> imported = new HashMap<>();
  private final String text;

  /** The names that the top level of a program imports, by import declarations and by {@code require}. */
  Names(String text, List<Statement> body) {
    this.text = text;
    for (Statement statement : body) {
      switch (statement) {
        case Statement.Import(String module, List<Statement.Specifier> specifiers, _, _, _) -> {
          for (Statement.Specifier one : specifiers) {
            add(one.local(), module, one.imported().equals("*") ? Optional.empty() : Optional.of(one.imported()));
          }
        }
        case Statement.ImportEquals(String name, Optional<String> module, _, _, _, _) ->
          module.ifPresent(from -> add(name, from, Optional.empty()));
        case Statement.Variables(_, var declarators, _, _) -> declarators.forEach(this::required);
        default -> {
        }
      }
    }
  }

  private void required(Statement.Variables.Declarator declarator) {
    Optional<String> module = declarator.value().flatMap(Names::requiredModule);
    if (module.isEmpty()) {
      return;
    }
    if (declarator.target() instanceof Pattern.Binding(String name, _, _)) {
      add(name, module.get(), Optional.empty());
    } else if (declarator.target() instanceof Pattern.ObjectPattern(var entries, _, _, _)) {
      for (Pattern.ObjectPattern.Entry entry : entries) {
        if (entry.key() instanceof Node.PropertyKey.Named(String key, _, _, _)
            && entry.value() instanceof Pattern.Binding(String local, _, _)) {
          add(local, module.get(), Optional.of(key));
        }
      }
    }
  }

  /** The module that {@code require("module")} names. */
  static Optional<String> requiredModule(Expression expression) {
    return expression instanceof Expression.Call(Expression callee, List<Expression> arguments, _, _, _)
        && callee instanceof Expression.Name(String name, _, _) && name.equals("require") && !arguments.isEmpty()
            ? constantText(arguments.getFirst())
            : Optional.empty();
  }

  /** The text that {@code expression} is, if it is a literal. */
  static Optional<String> constantText(Expression expression) {
    return switch (expression) {
      case Expression.Text(String value, _, _) -> Optional.of(value);
      case Expression.Template(List<String> texts, List<Expression> holes, _, _) when holes.isEmpty() ->
        Optional.of(texts.getFirst());
      default -> Optional.empty();
    };
  }

  private void add(String local, String module, Optional<String> member) {
    String from = module.startsWith("node:") ? module.substring(5) : module;
    imported.put(local, member.map(name -> from + '.' + name).orElse(from));
  }

  /** A type as written, its names qualified; empty if it is too long to be one that matters. */
  Optional<String> type(Node.TypeText type) {
    int length = type.end() - type.start();
    if (length == 0 || length > LONGEST) {
      return Optional.empty();
    }
    String written = text.substring(type.start(), type.end());
    return written.equals("any") || written.equals("unknown") ? Optional.empty() : Optional.of(qualified(written));
  }

  /** Whether a type has a name that says something: no shape in braces or brackets, not {@code any}. */
  static boolean isNominal(String type) {
    return switch (type) {
      case "any", "unknown", "never", "const" -> false;
      default -> Character.isJavaIdentifierStart(type.charAt(0));
    };
  }

  private String qualified(String type) {
    var out = new StringBuilder(type.length() + 32);
    int i = 0;
    while (i < type.length()) {
      char c = type.charAt(i);
      if (Character.isJavaIdentifierStart(c)) {
        int end = i + 1;
        while (end < type.length() && Character.isJavaIdentifierPart(type.charAt(end))) {
          end++;
        }
        String name = type.substring(i, end);
        boolean head = (i == 0 || type.charAt(i - 1) != '.') && !isKey(type, end);
        out.append(head ? imported.getOrDefault(name, name) : name);
        i = end;
      } else if (c == '\'' || c == '"' || c == '`') {
        int close = type.indexOf(c, i + 1);
        int end = close < 0 ? type.length() : close + 1;
        out.append(type, i, end);
        i = end;
      } else if (Character.isWhitespace(c)) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
        i++;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  /** Whether a colon follows, so that the name is a property or parameter rather than a type. */
  private static boolean isKey(String type, int end) {
    int i = end;
    while (i < type.length() && (type.charAt(i) == '?' || type.charAt(i) == ' ')) {
      i++;
    }
    return i < type.length() && type.charAt(i) == ':';
  }

  /** The qualified name of {@code a.b.c}; empty for anything but names and members. */
  Optional<String> qualifiedName(Expression expression) {
    var members = new StringBuilder();
    Expression current = expression;
    while (current instanceof Expression.Member(Expression object, String name, _, _, _, _)) {
      members.insert(0, '.' + name);
      current = object;
    }
    return current instanceof Expression.Name(String name, _, _)
        ? Optional.of(imported.getOrDefault(name, name) + members)
        : Optional.empty();
  }
}
