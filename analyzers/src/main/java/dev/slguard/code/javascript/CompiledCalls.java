package dev.slguard.code.javascript;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Operand;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls that compilers put in place of what was written (TypeScript's helpers and those of tslib, esbuild's,
 * Babel's): they are lowered as what they stand for.
 */
final class CompiledCalls {
  /** Make a module look as an import of the other module system expects it: the module itself. */
  private static final Set<String> OF_MODULES = Set.of("__importDefault", "__importStar", "__toESM", "__toCommonJS",
      "_interopRequireDefault", "_interopRequireWildcard", "_interopNamespace", "_interopDefault");

  /** The longest name that a minifier gives a helper. */
  private static final int SHORT = 3;

  private final Body body;

  CompiledCalls(Body body) {
    this.body = body;
  }

  /** What {@code call} stands for, if it is one of these. */
  Optional<Operand> value(Expression.Call call) {
    List<Expression> arguments = call.arguments();
    String name = name(call.callee());
    boolean ofModule = OF_MODULES.contains(name) && !arguments.isEmpty() || isMinified(name, arguments)
        || arguments.size() == 1 && arguments.getFirst() instanceof Expression.Name(String exported, _, _)
            && body.module.holdsExports(exported);
    if (ofModule) {
      return Optional.of(body.expressions.value(arguments.getFirst()));
    } else if (name.equals("__awaiter") && arguments.size() == 4
        && arguments.getLast() instanceof Expression.FunctionExpression(Node.Function function)) {
      return Optional.of(awaited(function, body.span(call)));
    }
    return Optional.empty();
  }

  /** A helper whose name a minifier has cut to a few letters, told by what it is given: a module just required. */
  private static boolean isMinified(String name, List<Expression> arguments) {
    return !name.isEmpty() && name.length() <= SHORT && !arguments.isEmpty() && arguments.size() <= 2
        && Names.requiredModule(arguments.getFirst()).isPresent();
  }

  /** Whether {@code call} hands an object getters of what a module exports: esbuild's {@code __export}. */
  static boolean definesExports(Expression callee, List<Expression> arguments) {
    if (arguments.size() != 2 || !(arguments.get(1) instanceof Expression.ObjectLiteral(var members, _, _))) {
      return false;
    }
    String name = name(callee);
    boolean getters = !members.isEmpty() && members.stream().allMatch(CompiledCalls::isGetterOfName);
    return name.equals("__export") || name.length() <= SHORT && getters && callee instanceof Expression.Name;
  }

  private static boolean isGetterOfName(Node.ObjectMember member) {
    return member instanceof Node.ObjectMember.Property(_, Expression value, _, _)
        && value instanceof Expression.FunctionExpression(Node.Function function) && function.parameters().isEmpty()
        && function.expressionBody();
  }

  /** An asynchronous function written as a generator whose yields are awaits. */
  private Operand awaited(Node.Function written, Span at) {
    var function = new Node.Function(Node.Function.Form.ARROW, written.name(), written.parameters(), written.body(),
        written.expressionBody(), true, false, written.result(), written.start(), written.end());
    Operand closure = body.functions.expression(function, "");
    return body.b.call(new Callee.Value(closure), List.<Argument>of(), at);
  }

  /** The name a helper is called by: its own, that of a member, or of the last of {@code (0, helper)}. */
  static String name(Expression callee) {
    return switch (callee) {
      case Expression.Name(String name, _, _) -> name;
      case Expression.Member(_, String member, _, _, _, _) -> member;
      case Expression.Sequence(List<Expression> items, _, _) when !items.isEmpty() -> name(items.getLast());
      default -> "";
    };
  }
}
