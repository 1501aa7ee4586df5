package dev.slguard.code.python;

import dev.slguard.code.python.Expression.ArgumentKind;
import dev.slguard.code.python.Expression.Part;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the parser says about a file, spelled as {@code src/it/python-oracle/facts.py} spells what CPython says: places
 * are line:column with lines from 1 and columns in UTF-8 bytes from 0. All lists are sorted.
 */
final class SyntaxFacts {
  private final String text;
  private final SourceFile source;
  private final List<Integer> lineStarts = new ArrayList<>(List.of(0));
  private final List<String> functions = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final List<Span> callSpans = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> imports = new ArrayList<>();
  private final int errors;

  private SyntaxFacts(String text) {
    this.text = text;
    this.source = SourceFile.of("x.py", text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
        lineStarts.add(i + 1);
      }
    }
    var diagnostics = new Diagnostics();
    statements(PythonParser.parse(source, diagnostics));
    errors = diagnostics.toList().size();
    Collections.sort(functions);
    Collections.sort(calls);
    Collections.sort(texts);
    Collections.sort(imports);
  }

  static SyntaxFacts of(String text) {
    return new SyntaxFacts(text);
  }

  List<String> functions() {
    return functions;
  }

  List<String> calls() {
    return calls;
  }

  /** The place of every call but {@code super()}, which is a part of the call around it once lowered. */
  List<Span> callSpans() {
    return callSpans;
  }

  List<String> texts() {
    return texts;
  }

  List<String> imports() {
    return imports;
  }

  /** Number of diagnostics. */
  int errors() {
    return errors;
  }

  private String place(int start, int end) {
    return point(start) + '-' + point(end);
  }

  private String point(int offset) {
    int found = Collections.binarySearch(lineStarts, offset);
    int row = found >= 0 ? found : -found - 2;
    int bytes = 0;
    for (int i = lineStarts.get(row); i < offset; i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return row + 1 + ":" + bytes;
  }

  private void statements(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Evaluate s -> expression(s.value());
      case Statement.Assign s -> {
        s.targets().forEach(this::expression);
        expression(s.value());
      }
      case Statement.AugmentedAssign s -> {
        expression(s.target());
        expression(s.value());
      }
      case Statement.AnnotatedAssign s -> {
        expression(s.target());
        expression(s.annotation());
        optional(s.value());
      }
      case Statement.TypeAlias s -> {
        types(s.typeParameters());
        expression(s.value());
      }
      case Statement.Return s -> optional(s.value());
      case Statement.Delete s -> s.targets().forEach(this::expression);
      case Statement.Raise s -> {
        optional(s.exception());
        optional(s.cause());
      }
      case Statement.Assert s -> {
        expression(s.test());
        optional(s.message());
      }
      case Statement.Pass _,Statement.Break _,Statement.Continue _,Statement.Global _,Statement.Nonlocal _ -> {
      }
      case Statement.Import s -> s.names().forEach(name -> imports.add("import " + spelled(name)));
      case Statement.ImportFrom s -> s.names()
          .forEach(name -> imports.add("from " + ".".repeat(s.level()) + s.module() + " import " + spelled(name)));
      case Statement.If s -> {
        s.branches().forEach(branch -> {
          expression(branch.test());
          statements(branch.body());
        });
        statements(s.otherwise());
      }
      case Statement.While s -> {
        expression(s.test());
        statements(s.body());
        statements(s.otherwise());
      }
      case Statement.For s -> {
        expression(s.target());
        expression(s.iterable());
        statements(s.body());
        statements(s.otherwise());
      }
      case Statement.With s -> {
        s.items().forEach(item -> {
          expression(item.context());
          optional(item.target());
        });
        statements(s.body());
      }
      case Statement.Try s -> {
        statements(s.body());
        s.handlers().forEach(handler -> {
          optional(handler.type());
          statements(handler.body());
        });
        statements(s.otherwise());
        statements(s.last());
      }
      case Statement.Match s -> {
        expression(s.subject());
        s.cases().forEach(one -> {
          pattern(one.pattern());
          optional(one.guard());
          statements(one.body());
        });
      }
      case Statement.Function s -> {
        functions.add(s.name() + ' ' + place(s.start(), s.end()));
        s.decorators().forEach(this::expression);
        types(s.typeParameters());
        parameters(s.parameters());
        optional(s.returns());
        statements(s.body());
      }
      case Statement.ClassDefinition s -> {
        functions.add("class " + s.name() + ' ' + place(s.start(), s.end()));
        s.decorators().forEach(this::expression);
        types(s.typeParameters());
        s.bases().forEach(base -> expression(base.value()));
        statements(s.body());
      }
      case Statement.Damaged s -> statements(s.kept());
    }
  }

  private static String spelled(Statement.Alias alias) {
    return alias.name() + alias.as().map(as -> " as " + as).orElse("");
  }

  private void optional(Optional<Expression> expression) {
    expression.ifPresent(this::expression);
  }

  private void types(List<Statement.TypeParameter> types) {
    types.forEach(type -> {
      optional(type.bound());
      optional(type.initial());
    });
  }

  private void parameters(List<Expression.Parameter> parameters) {
    parameters.forEach(parameter -> {
      optional(parameter.annotation());
      optional(parameter.initial());
    });
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.Name _,Expression.Numeral _,Expression.Constant _,Expression.Unreadable _ -> {
      }
      case Expression.Text e -> texts.add((e.bytes() ? "b:" : "") + e.value());
      case Expression.Formatted e -> parts(e.parts());
      case Expression.Unary e -> expression(e.operand());
      case Expression.Binary e -> {
        expression(e.left());
        expression(e.right());
      }
      case Expression.Logical e -> e.operands().forEach(this::expression);
      case Expression.Comparison e -> e.operands().forEach(this::expression);
      case Expression.Call e -> call(e);
      case Expression.Attribute e -> expression(e.value());
      case Expression.Subscript e -> {
        expression(e.value());
        expression(e.index());
      }
      case Expression.Slice e -> {
        optional(e.lower());
        optional(e.upper());
        optional(e.step());
      }
      case Expression.Tuple e -> e.items().forEach(this::expression);
      case Expression.ListDisplay e -> e.items().forEach(this::expression);
      case Expression.SetDisplay e -> e.items().forEach(this::expression);
      case Expression.DictDisplay e -> e.entries().forEach(entry -> {
        optional(entry.key());
        expression(entry.value());
      });
      case Expression.Comprehension e -> {
        expression(e.element());
        optional(e.value());
        e.clauses().forEach(clause -> {
          expression(clause.target());
          expression(clause.iterable());
          clause.conditions().forEach(this::expression);
        });
      }
      case Expression.Lambda e -> {
        functions.add("lambda " + place(e.start(), e.end()));
        parameters(e.parameters());
        expression(e.body());
      }
      case Expression.Conditional e -> {
        expression(e.test());
        expression(e.body());
        expression(e.otherwise());
      }
      case Expression.Await e -> expression(e.value());
      case Expression.Yield e -> optional(e.value());
      case Expression.YieldFrom e -> expression(e.value());
      case Expression.Starred e -> expression(e.value());
      case Expression.Walrus e -> expression(e.value());
    }
  }

  private void call(Expression.Call call) {
    long keywords = call.arguments().stream()
        .filter(argument -> argument.kind() == ArgumentKind.KEYWORD || argument.kind() == ArgumentKind.DOUBLE_STAR)
        .count();
    calls.add(place(call.start(), call.end()) + ' ' + (call.arguments().size() - keywords) + ',' + keywords);
    if (!(call.function() instanceof Expression.Name(String id, _, _) && id.equals("super"))) {
      callSpans.add(source.span(call.start(), call.end()));
    }
    expression(call.function());
    call.arguments().forEach(argument -> expression(argument.value()));
  }

  private void parts(List<Part> parts) {
    parts.forEach(part -> {
      switch (part) {
        case Part.Chars(String value) -> texts.add(value);
        case Part.Field(Expression value, _, List<Part> format) -> {
          expression(value);
          parts(format);
        }
      }
    });
  }

  private void pattern(Pattern pattern) {
    switch (pattern) {
      case Pattern.Value p -> expression(p.value());
      case Pattern.Capture p -> p.pattern().ifPresent(this::pattern);
      case Pattern.Wildcard _,Pattern.Rest _ -> {
      }
      case Pattern.Sequence p -> p.items().forEach(this::pattern);
      case Pattern.Mapping p -> p.items().forEach(item -> {
        expression(item.key());
        pattern(item.pattern());
      });
      case Pattern.Instance p -> {
        expression(p.type());
        p.positional().forEach(this::pattern);
        p.attributes().forEach(attribute -> pattern(attribute.pattern()));
      }
      case Pattern.Either p -> p.alternatives().forEach(this::pattern);
    }
  }
}
