package dev.slguard.template.serverless.program;

import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Unresolved;
import dev.slguard.template.serverless.program.Module.Import;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The object that a JavaScript or TypeScript module exports, as far as it is written out: literals, constants of the module
 * and of modules beside it, spreads. What must be computed is unresolved. Nothing is executed.
 */
public final class Program {
  private static final List<String> ENDINGS = List.of("", ".ts", ".js", ".cjs", ".mjs", ".json", "/index.ts",
      "/index.js");

  /** How many values one service may have; constants that are used often count each time. */
  private static final int VALUES = 200_000;

  private final Root root;
  private final String service;
  private final Diagnostics diagnostics;
  private final Map<String, Module> modules = new HashMap<>();
  private final Set<String> active = new HashSet<>();
  private int values;

  private Program(Root root, String service, Diagnostics diagnostics) {
    this.root = root;
    this.service = service;
    this.diagnostics = diagnostics;
  }

  /**
   * The value that {@code source} exports; empty if it exports none that is written out.
   *
   * @param service folder of the service, relative to the root
   */
  public static Optional<Tree> read(SourceFile source, String service, Root root, Diagnostics diagnostics) {
    var program = new Program(root, service, diagnostics);
    var module = new Module(source);
    program.modules.put(source.path(), module);
    return program.exported(module).filter(tree -> Unresolved.of(tree).isEmpty());
  }

  private Optional<Tree> exported(Module module) {
    return module.exported().flatMap(at -> guarded(module, "default", at));
  }

  /** The value at {@code offset}, unless it is being read already. */
  private Optional<Tree> guarded(Module module, String name, int offset) {
    String key = module.source().path() + '#' + name;
    if (active.size() > module.source().text().length() || !active.add(key)) {
      return Optional.empty();
    }
    Tree tree = new Reader(module, offset).expression(active.size() * 2);
    active.remove(key);
    return Optional.of(tree);
  }

  private Optional<Tree> named(Module module, String name) {
    Optional<Import> imported = module.imported(name);
    if (imported.isPresent()) {
      return module(module, imported.get().module()).flatMap(
          other -> imported.get().name().equals("default") ? exported(other) : named(other, imported.get().name()));
    }
    return module.value(name).flatMap(at -> guarded(module, name, at));
  }

  private Optional<Module> module(Module from, String name) {
    for (String ending : ENDINGS) {
      Optional<String> path = name.startsWith(".")
          ? Root.resolve(from.source().path(), name + ending)
          : name.startsWith("@") ? Root.resolveIn(service, "src/" + name.substring(1) + ending) : Optional.empty();
      if (path.isPresent() && root.isFile(path.get())) {
        Module known = modules.get(path.get());
        if (known == null) {
          Optional<SourceFile> source = root.read(path.get(), Span.startOf(from.source().path()), diagnostics);
          if (source.isEmpty()) {
            return Optional.empty();
          }
          known = new Module(source.get());
          modules.put(path.get(), known);
        }
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** Reads expressions of one module. */
  private final class Reader {
    private final Module module;
    private final SourceFile source;
    private final Scanner scanner;

    Reader(Module module, int offset) {
      this.module = module;
      this.source = module.source();
      this.scanner = new Scanner(source.text(), offset);
    }

    private Span since(int start) {
      return source.span(start, Math.max(start, scanner.at()));
    }

    private Tree unknown(int start, String what) {
      scanner.skipExpression();
      return new Unresolved(Value.Origin.MACRO, what).at(since(start));
    }

    /** The expression that begins here, up to the comma or bracket behind it. */
    Tree expression(int depth) {
      scanner.blanks();
      int start = scanner.at();
      if (++values > VALUES || depth > root.limits().depth()) {
        return unknown(start, "too large");
      }
      Tree left = operand(depth);
      while (true) {
        scanner.blanks();
        if (scanner.word("as") || scanner.word("satisfies")) {
          scanner.skipExpression();
        } else if (scanner.here() == '+' && scanner.next(1) != '+') {
          scanner.advance(1);
          left = joined(List.of(left, operand(depth)), since(start));
        } else if (scanner.symbol("||") || scanner.symbol("??")) {
          Tree right = operand(depth);
          left = Unresolved.of(left).isPresent() || isNull(left) ? right : left;
        } else if (scanner.atEnd() || ",;)]}".indexOf(scanner.here()) >= 0
            || source.text().startsWith("export", scanner.at()) || source.text().startsWith("module", scanner.at())
            || source.text().startsWith("const ", scanner.at())) {
          return left;
        } else {
          return unknown(start, "an expression");
        }
      }
    }

    private Tree operand(int depth) {
      scanner.blanks();
      int start = scanner.at();
      char c = scanner.here();
      return switch (c) {
        case '{' -> object(depth);
        case '[' -> array(depth);
        case '\'', '"' -> Tree.Scalar.text(quoted(c), since(start));
        case '`' -> template(depth);
        case '(' -> {
          scanner.advance(1);
          Tree inner = expression(depth + 1);
          scanner.symbol(")");
          yield inner;
        }
        default -> {
          if (Scanner.isStart(c)) {
            yield reference(start);
          }
          yield c == '-' || Character.isDigit(c) ? number(start) : unknown(start, "an expression");
        }
      };
    }

    private Tree number(int start) {
      scanner.advance(1);
      while (Character.isLetterOrDigit(scanner.here()) || scanner.here() == '.' || scanner.here() == '_') {
        scanner.advance(1);
      }
      String text = source.text().substring(start, scanner.at()).replace("_", "");
      return new Tree.Scalar(text, Tree.Kind.NUMBER, since(start));
    }

    private Tree object(int depth) {
      int start = scanner.at();
      scanner.advance(1);
      var entries = new LinkedHashMap<String, Tree.Entry>();
      while (!scanner.symbol("}") && !scanner.atEnd()) {
        int before = scanner.at();
        if (scanner.symbol("...")) {
          if (expression(depth + 1) instanceof Tree.Mapping spread && Unresolved.of(spread).isEmpty()) {
            entries.putAll(spread.entries());
          }
        } else {
          entry(entries, depth);
        }
        scanner.symbol(",");
        if (scanner.at() == before) {
          scanner.skipOne();
        }
      }
      return new Tree.Mapping(entries, since(start));
    }

    private void entry(Map<String, Tree.Entry> entries, int depth) {
      scanner.blanks();
      int start = scanner.at();
      String key;
      if (scanner.here() == '\'' || scanner.here() == '"') {
        key = quoted(scanner.here());
      } else if (scanner.symbol("[")) {
        Tree computed = expression(depth + 1);
        scanner.symbol("]");
        key = computed instanceof Tree.Scalar(String text, _, _) ? text : "";
      } else if (Character.isDigit(scanner.here())) {
        key = ((Tree.Scalar) number(start)).text();
      } else {
        key = scanner.name();
      }
      Span keyAt = since(start);
      if (scanner.symbol(":")) {
        entries.put(key, new Tree.Entry(keyAt, expression(depth + 1)));
      } else if (!key.isEmpty() && scanner.here() != '(') {
        Tree value = named(module, key).orElseGet(() -> new Unresolved(Value.Origin.MACRO, key).at(keyAt));
        entries.put(key, new Tree.Entry(keyAt, value));
      } else {
        scanner.skipExpression();
      }
    }

    private Tree array(int depth) {
      int start = scanner.at();
      scanner.advance(1);
      var items = new ArrayList<Tree>();
      while (!scanner.symbol("]") && !scanner.atEnd()) {
        int before = scanner.at();
        if (scanner.symbol("...")) {
          Tree spread = expression(depth + 1);
          if (spread instanceof Tree.Sequence(var all, _)) {
            items.addAll(all);
          } else {
            items.add(spread);
          }
        } else {
          items.add(expression(depth + 1));
        }
        scanner.symbol(",");
        if (scanner.at() == before) {
          scanner.skipOne();
        }
      }
      return new Tree.Sequence(items, since(start));
    }

    private String quoted(char quote) {
      int start = scanner.at() + 1;
      scanner.skipOne();
      return unescaped(source.text().substring(start, Math.max(start, scanner.at() - (scanner.atEnd() ? 0 : 1))),
          quote);
    }

    private static String unescaped(String text, char quote) {
      String closed = !text.isEmpty() && text.charAt(text.length() - 1) == quote
          ? text.substring(0, text.length() - 1)
          : text;
      if (closed.indexOf('\\') < 0) {
        return closed;
      }
      var plain = new StringBuilder();
      for (int i = 0; i < closed.length(); i++) {
        char c = closed.charAt(i);
        if (c == '\\' && i + 1 < closed.length()) {
          i++;
          c = switch (closed.charAt(i)) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> closed.charAt(i);
          };
        }
        plain.append(c);
      }
      return plain.toString();
    }

    /** A template literal; an escaped dollar sign leaves the framework's own variable. */
    private Tree template(int depth) {
      int start = scanner.at();
      scanner.advance(1);
      var parts = new ArrayList<Tree>();
      var text = new StringBuilder();
      while (!scanner.atEnd() && scanner.here() != '`') {
        if (scanner.here() == '$' && scanner.next(1) == '{') {
          scanner.advance(2);
          parts.add(Tree.Scalar.text(text.toString(), since(start)));
          text.setLength(0);
          parts.add(expression(depth + 1));
          scanner.symbol("}");
        } else {
          if (scanner.here() == '\\') {
            scanner.advance(1);
          }
          text.append(scanner.here());
          scanner.advance(1);
        }
      }
      scanner.advance(1);
      parts.add(Tree.Scalar.text(text.toString(), since(start)));
      return joined(parts, since(start));
    }

    /** A constant, a member of one, {@code process.env.X}, or a call. */
    private Tree reference(int start) {
      String name = scanner.name();
      switch (name) {
        case "true", "false" -> {
          return new Tree.Scalar(name, Tree.Kind.BOOLEAN, since(start));
        }
        case "null", "undefined" -> {
          return new Tree.Scalar("", Tree.Kind.NULL, since(start));
        }
        case "process" -> {
          if (scanner.symbol(".env.")) {
            String variable = scanner.name();
            scanner.symbol("!");
            return new Unresolved(Value.Origin.ENVIRONMENT, "env:" + variable).at(since(start));
          }
        }
        case "handlerPath" -> {
          // The framework's own template for TypeScript: the folder of this module below the service.
          if (scanner.symbol("(__dirname)")) {
            String folder = Root.parent(source.path());
            String below = service.isEmpty()
                ? folder
                : folder.startsWith(service + '/') ? folder.substring(service.length() + 1) : folder;
            return Tree.Scalar.text(below, since(start));
          }
        }
        default -> {
        }
      }
      Tree value = named(module, name).orElseGet(() -> new Unresolved(Value.Origin.MACRO, name).at(since(start)));
      while (scanner.symbol(".")) {
        String member = scanner.name();
        value = value instanceof Tree.Mapping mapping && mapping.get(member).isPresent()
            ? mapping.get(member).get()
            : new Unresolved(Value.Origin.MACRO, name + '.' + member).at(since(start));
      }
      if (scanner.here() == '(' || scanner.here() == '[' || scanner.here() == '`'
          || source.text().startsWith("=>", scanner.at())) {
        return unknown(start, name + "(…)");
      }
      return value;
    }
  }

  private static boolean isNull(Tree tree) {
    return tree instanceof Tree.Scalar(_, Tree.Kind kind, _) && kind == Tree.Kind.NULL;
  }

  /** {@code parts} behind one another; unresolved parts stay in a {@code Fn::Join}. */
  private static Tree joined(List<Tree> parts, Span at) {
    var known = new StringBuilder();
    var all = new ArrayList<Tree>();
    for (Tree part : parts) {
      if (part instanceof Tree.Scalar(String text, _, _)) {
        known.append(text);
      } else {
        all.add(Tree.Scalar.text(known.toString(), at));
        known.setLength(0);
        all.add(part);
      }
    }
    if (all.isEmpty()) {
      return Tree.Scalar.text(known.toString(), at);
    }
    all.add(Tree.Scalar.text(known.toString(), at));
    all.removeIf(part -> part instanceof Tree.Scalar(String text, _, _) && text.isEmpty());
    var entries = new LinkedHashMap<String, Tree.Entry>();
    entries.put("Fn::Join",
        new Tree.Entry(at, new Tree.Sequence(List.of(Tree.Scalar.text("", at), new Tree.Sequence(all, at)), at)));
    return new Tree.Mapping(entries, at);
  }
}
