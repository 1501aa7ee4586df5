package dev.slguard.code.javascript;

import dev.slguard.code.repair.EditedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the oracle of src/it/javascript-oracle also says of a file, taken from our own syntax tree. */
final class SyntaxFacts {
  record FunctionSpan(int start, int end) {}

  record CallSite(int start, int end, int arguments) {}

  record StringLiteral(int start, String value) {}

  record Facts(List<FunctionSpan> functions, List<CallSite> calls, List<StringLiteral> strings, List<String> imports) {
    /** The same facts in the order of the text. */
    Facts sorted() {
      return new Facts(
          functions.stream().sorted(Comparator.comparingInt(FunctionSpan::start).thenComparingInt(FunctionSpan::end))
              .toList(),
          calls.stream().sorted(Comparator.comparingInt(CallSite::start).thenComparingInt(CallSite::end)).toList(),
          strings.stream().sorted(Comparator.comparingInt(StringLiteral::start)).toList(), imports);
    }
  }

  private final List<FunctionSpan> functions = new ArrayList<>();
  private final List<CallSite> calls = new ArrayList<>();
  private final List<StringLiteral> strings = new ArrayList<>();
  private final List<String> imports = new ArrayList<>();

  static Facts of(Program program) {
    var facts = new SyntaxFacts();
    facts.statements(program.body());
    EditedText source = program.source();
    if (source.edits().isEmpty()) {
      return new Facts(facts.functions, facts.calls, facts.strings, facts.imports).sorted();
    }
    return new Facts(
        facts.functions.stream()
            .map(it -> new FunctionSpan(source.originalOffset(it.start()), source.originalOffset(it.end()))).toList(),
        facts.calls.stream()
            .map(it -> new CallSite(source.originalOffset(it.start()), source.originalOffset(it.end()), it.arguments()))
            .toList(),
        facts.strings.stream().map(it -> new StringLiteral(source.originalOffset(it.start()), it.value())).toList(),
        facts.imports).sorted();
  }

  private void statements(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Variables(_, var declarators, _, _) -> declarators.forEach(declarator -> {
        pattern(declarator.target());
        declarator.value().ifPresent(this::expression);
      });
      case Statement.FunctionDeclaration(var function, _, _) -> function(function);
      case Statement.ClassDeclaration(var body, _, _) -> classBody(body);
      case Statement.Evaluate(var expression, _, _) -> expression(expression);
      case Statement.Block(var body, _, _) -> statements(body);
      case Statement.If(var arms, _, _) -> arms.forEach(arm -> {
        arm.test().ifPresent(this::expression);
        statement(arm.body());
      });
      case Statement.For(var init, var test, var update, var body, _, _) -> {
        init.ifPresent(this::statement);
        test.ifPresent(this::expression);
        update.ifPresent(this::expression);
        statement(body);
      }
      case Statement.ForEach(_, var target, var values, _, _, var body, _, _) -> {
        pattern(target);
        expression(values);
        statement(body);
      }
      case Statement.While(var test, var body, _, _) -> {
        expression(test);
        statement(body);
      }
      case Statement.DoWhile(var body, var test, _, _) -> {
        statement(body);
        expression(test);
      }
      case Statement.Return(var value, _, _) -> value.ifPresent(this::expression);
      case Statement.Throw(var value, _, _) -> expression(value);
      case Statement.Switch(var subject, var cases, _, _) -> {
        expression(subject);
        cases.forEach(one -> {
          one.test().ifPresent(this::expression);
          statements(one.body());
        });
      }
      case Statement.Try(var body, var handler, var last, _, _) -> {
        statements(body);
        handler.ifPresent(part -> {
          part.target().ifPresent(this::pattern);
          statements(part.body());
        });
        last.ifPresent(this::statements);
      }
      case Statement.Labelled(_, var body, _, _) -> statement(body);
      case Statement.With(var object, var body, _, _) -> {
        expression(object);
        statement(body);
      }
      case Statement.Import(var module, var specifiers, _, _, _) -> imports.add(module + ": " + names(specifiers));
      case Statement.ImportEquals(var name, var module, _, _, _, _) ->
        module.ifPresent(text -> imports.add("require " + text + ": " + name));
      case Statement.ExportNames(var specifiers, var module, _, _, _) ->
        module.ifPresent(text -> imports.add("from " + text + ": " + names(specifiers)));
      case Statement.ExportAll(var module, var name, _, _, _) ->
        imports.add("from " + module + ": *" + name.map(text -> " as " + text).orElse(""));
      case Statement.ExportDeclaration(var declaration, _, _) -> statement(declaration);
      case Statement.ExportDefault(var value, _, _) -> expression(value);
      case Statement.ExportAssign(var value, _, _) -> expression(value);
      case Statement.EnumDeclaration(_, var members, _, _) -> members.forEach(member -> {
        key(member.key());
        member.value().ifPresent(this::expression);
      });
      case Statement.Namespace(_, var body, _, _) -> statements(body);
      case Statement.Leave _,Statement.Empty _ -> {
      }
    }
  }

  private static String names(List<Statement.Specifier> specifiers) {
    return String.join(", ", specifiers.stream().map(one -> one.imported() + " as " + one.local()).toList());
  }

  private void function(Node.Function function) {
    functions.add(new FunctionSpan(function.start(), function.end()));
    function.parameters().forEach(parameter -> {
      parameter.decorators().forEach(this::expression);
      pattern(parameter.target());
    });
    statements(function.body());
  }

  private void classBody(Node.ClassBody body) {
    body.decorators().forEach(this::expression);
    body.base().ifPresent(this::expression);
    for (Node.ClassMember member : body.members()) {
      switch (member) {
        case Node.ClassMember.Method(var key, var function, _, var decorators, _, _) -> {
          decorators.forEach(this::expression);
          key(key);
          function(function);
        }
        case Node.ClassMember.Field(var key, var value, _, _, var decorators, _, _) -> {
          decorators.forEach(this::expression);
          key(key);
          value.ifPresent(this::expression);
        }
        case Node.ClassMember.StaticBlock(var statements, _, _) -> statements(statements);
      }
    }
  }

  private void key(Node.PropertyKey key) {
    switch (key) {
      case Node.PropertyKey.Named(var name, var quoted, var start, _) -> {
        if (quoted) {
          strings.add(new StringLiteral(start, name));
        }
      }
      case Node.PropertyKey.Private _ -> {
      }
      case Node.PropertyKey.Computed(var expression, _, _) -> expression(expression);
    }
  }

  private void pattern(Pattern pattern) {
    switch (pattern) {
      case Pattern.Binding _ -> {
      }
      case Pattern.Target(var expression) -> expression(expression);
      case Pattern.ObjectPattern(var entries, var rest, _, _) -> {
        entries.forEach(entry -> {
          key(entry.key());
          pattern(entry.value());
        });
        rest.ifPresent(this::pattern);
      }
      case Pattern.ArrayPattern(var items, var rest, _, _) -> {
        items.forEach(item -> item.ifPresent(this::pattern));
        rest.ifPresent(this::pattern);
      }
      case Pattern.Preset(var target, var value, _, _) -> {
        pattern(target);
        expression(value);
      }
    }
  }

  private void expressions(List<Expression> expressions) {
    expressions.forEach(this::expression);
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.Text(var value, var start, _) -> strings.add(new StringLiteral(start, value));
      case Expression.Template template -> template(template);
      case Expression.Tagged(var tag, var template, _, _) -> {
        expression(tag);
        template(template);
      }
      case Expression.ArrayLiteral(var items, _, _) -> expressions(items);
      case Expression.ObjectLiteral(var members, _, _) -> members.forEach(this::objectMember);
      case Expression.FunctionExpression(var function) -> function(function);
      case Expression.ClassExpression(var body) -> classBody(body);
      case Expression.Unary(_, var operand, _, _) -> expression(operand);
      case Expression.Update(_, _, var operand, _, _) -> expression(operand);
      case Expression.Binary(_, var left, var right, _, _) -> {
        expression(left);
        expression(right);
      }
      case Expression.Assign(_, var target, var value, _, _) -> {
        pattern(target);
        expression(value);
      }
      case Expression.Conditional(var test, var yes, var no, _, _) -> {
        expression(test);
        expression(yes);
        expression(no);
      }
      case Expression.Call(var callee, var arguments, _, var start, var end) -> {
        calls.add(new CallSite(start, end, arguments.size()));
        expression(callee);
        expressions(arguments);
      }
      case Expression.New(var callee, var arguments, var start, var end) -> {
        calls.add(new CallSite(start, end, arguments.size()));
        expression(callee);
        expressions(arguments);
      }
      case Expression.ImportCall(_, var arguments, var start, var end) -> {
        calls.add(new CallSite(start, end, arguments.size()));
        expressions(arguments);
      }
      case Expression.Member(var object, _, _, _, _, _) -> expression(object);
      case Expression.Index(var object, var index, _, _, _) -> {
        expression(object);
        expression(index);
      }
      case Expression.Sequence(var items, _, _) -> expressions(items);
      case Expression.Spread(var value, _, _) -> expression(value);
      case Expression.Yield(var value, _, _, _) -> value.ifPresent(this::expression);
      case Expression.Await(var value, _, _) -> expression(value);
      case Expression.Cast(var value, _, _, _) -> expression(value);
      case Expression.Markup(var name, var attributes, var children, _, _) -> markup(name, attributes, children);
      case Expression.Name _,Expression.PrivateName _,Expression.Numeral _,Expression.Regex _,Expression.Truth _,Expression.Nothing _,Expression.This _,Expression.Super _,Expression.Meta _,Expression.MarkupText _,Expression.Missing _ ->
        {
        }
    }
  }

  private void markup(Optional<Expression> name, List<Node.Attribute> attributes, List<Expression> children) {
    name.filter(one -> !(one instanceof Expression.Text)).ifPresent(this::expression);
    for (Node.Attribute attribute : attributes) {
      switch (attribute) {
        case Node.Attribute.Named(_, var value, _, _) -> value.ifPresent(this::expression);
        case Node.Attribute.Spread(var value, _, _) -> expression(value);
      }
    }
    expressions(children);
  }

  private void objectMember(Node.ObjectMember member) {
    switch (member) {
      case Node.ObjectMember.Property(var key, var value, _, _) -> {
        key(key);
        expression(value);
      }
      case Node.ObjectMember.Shorthand(_, var preset, _, _) -> preset.ifPresent(this::expression);
      case Node.ObjectMember.Method(var key, var function, _, _) -> {
        key(key);
        function(function);
      }
      case Node.ObjectMember.Spread(var value, _, _) -> expression(value);
    }
  }

  private void template(Expression.Template template) {
    strings.add(new StringLiteral(template.start(), String.join("${}", template.texts())));
    expressions(template.holes());
  }
}
