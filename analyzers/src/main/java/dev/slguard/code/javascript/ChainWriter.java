package dev.slguard.code.javascript;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Operand;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers chains of members, elements, calls and tagged templates; they have no bound, so this is a loop. */
final class ChainWriter {
  private final Body body;

  ChainWriter(Body body) {
    this.body = body;
  }

  Operand value(Expression expression) {
    var links = new ArrayList<Expression>();
    Expression first = expression;
    Optional<Operand> compiled = Optional.empty();
    while (!isModuleExports(first) && !isRequire(first)) {
      compiled = first instanceof Expression.Call call ? new CompiledCalls(body).value(call) : Optional.empty();
      Optional<Expression> inner = compiled.isPresent() ? Optional.empty() : inside(first);
      if (inner.isEmpty()) {
        break;
      }
      links.add(first);
      first = inner.get();
    }
    Expression head = first;
    Operand value = compiled.orElseGet(() -> first(head));
    boolean viaSuper = first instanceof Expression.Super;
    List<Expression> order = links.reversed();
    for (int i = 0; i < order.size(); i++) {
      Expression link = order.get(i);
      boolean ofSuper = viaSuper && i == 0;
      Optional<Callee> callee = i + 1 < order.size() && isCall(order.get(i + 1))
          ? method(value, link, ofSuper)
          : Optional.empty();
      if (callee.isPresent()) {
        i++;
        value = call(callee.get(), order.get(i));
      } else {
        value = step(value, link, ofSuper);
      }
    }
    return value;
  }

  private Operand first(Expression first) {
    Span at = body.span(first);
    if (isModuleExports(first)) {
      return body.exports(at);
    }
    return isRequire(first)
        ? body.b.imported(Names.requiredModule(first).orElse(""), Optional.empty(), at)
        : body.expressions.value(first);
  }

  private static Optional<Expression> inside(Expression link) {
    return switch (link) {
      case Expression.Member(Expression object, _, _, _, _, _) -> Optional.of(object);
      case Expression.Index(Expression object, _, _, _, _) -> Optional.of(object);
      case Expression.Call(Expression callee, _, _, _, _) -> Optional.of(callee);
      case Expression.Tagged(Expression tag, _, _, _) -> Optional.of(tag);
      default -> Optional.empty();
    };
  }

  /** Whether this is {@code module.exports}, the names being nobody's variables. */
  boolean isModuleExports(Expression expression) {
    return expression instanceof Expression.Member(Expression object, String name, _, _, _, _) && name.equals("exports")
        && object instanceof Expression.Name(String module, _, _) && module.equals("module")
        && body.b.resolve("module").isEmpty();
  }

  private static boolean isCall(Expression link) {
    return link instanceof Expression.Call || link instanceof Expression.Tagged;
  }

  /** The method that a call of {@code link} on {@code object} calls, if it has a constant name. */
  private static Optional<Callee> method(Operand object, Expression link, boolean viaSuper) {
    Optional<String> name = switch (link) {
      case Expression.Member(_, String text, boolean isPrivate, _, _, _) -> Optional.of(isPrivate ? '#' + text : text);
      case Expression.Index(_, Expression index, _, _, _) -> Names.constantText(index);
      default -> Optional.empty();
    };
    return name.map(text -> viaSuper ? new Callee.Super(text) : new Callee.Method(object, text));
  }

  private Operand call(Callee callee, Expression call) {
    Span at = body.span(call);
    return switch (call) {
      case Expression.Call(_, List<Expression> arguments, _, _, _) -> {
        List<Argument> lowered = body.expressions.arguments(arguments);
        Operand result = body.b.call(callee, lowered, at);
        new ExportCalls(body).after(callee, call, lowered, at);
        yield result;
      }
      case Expression.Tagged(_, Expression.Template template, _, _) -> body.b.call(callee, parts(template), at);
      default -> Constant.nothing();
    };
  }

  /** The arguments of a tag: the list of its texts, then the holes. */
  private List<Argument> parts(Expression.Template template) {
    Span at = body.span(template);
    List<Argument> texts = template.texts().stream().map(text -> Argument.of(Constant.text(text), at)).toList();
    var arguments = new ArrayList<Argument>();
    arguments.add(Argument.of(body.b.list(Instruction.ListKind.TEMPLATE, texts, at), at));
    arguments.addAll(body.expressions.arguments(template.holes()));
    return arguments;
  }

  private Operand step(Operand value, Expression link, boolean viaSuper) {
    Span at = body.span(link);
    return switch (link) {
      case Expression.Member(_, String name, boolean isPrivate, _, _, _) ->
        body.b.field(value, isPrivate ? '#' + name : name, at);
      case Expression.Index(_, Expression index, _, _, _) -> body.b.element(value, body.expressions.value(index), at);
      case Expression.Tagged _ -> call(new Callee.Value(value), link);
      case Expression.Call _ -> {
        if (viaSuper) {
          Operand result = call(new Callee.Super(""), link);
          body.afterSuper.forEach(Runnable::run);
          body.afterSuper.clear();
          yield result;
        }
        yield call(new Callee.Value(value), link);
      }
      default -> value;
    };
  }

  /** Whether this is a call of {@code require} with a constant, which is an import. */
  private boolean isRequire(Expression expression) {
    return Names.requiredModule(expression).isPresent() && body.b.resolve("require").isEmpty();
  }
}
