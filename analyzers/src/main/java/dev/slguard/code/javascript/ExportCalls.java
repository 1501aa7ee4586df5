package dev.slguard.code.javascript;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Operand;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/** The calls by which compiled modules define properties and exports: {@code Object.defineProperty}, {@code __exportStar}. */
final class ExportCalls {
  private final Body body;

  ExportCalls(Body body) {
    this.body = body;
  }

  /** Writes what the call does beside being a call. */
  void after(Callee callee, Expression call, List<Argument> lowered, Span at) {
    if (!(call instanceof Expression.Call(Expression called, List<Expression> arguments, _, _, _))) {
      return;
    }
    if (callee instanceof Callee.Method(_, String name) && name.equals("defineProperty") && arguments.size() == 3
        && lowered.get(1).value() instanceof Constant.Text(String property)
        && arguments.get(2) instanceof Expression.ObjectLiteral(var members, _, _)) {
      for (Node.ObjectMember member : members) {
        define(member, lowered, property, at);
      }
    }
    if (CompiledCalls.definesExports(called, arguments)
        && arguments.get(1) instanceof Expression.ObjectLiteral(var getters, _, _)) {
      if (arguments.getFirst() instanceof Expression.Name(String target, _, _)) {
        body.module.keepExports(target);
      }
      exported(getters, lowered, at);
    }
    Optional<String> module = arguments.isEmpty() || !isExportStar(called)
        ? Optional.empty()
        : Names.requiredModule(arguments.getFirst());
    module.ifPresent(from -> body.b.emit(new Instruction.ExportAll(from, at)));
  }

  /** Getters of what is exported; they are asked at the end of the module, when all of it is defined. */
  private void exported(List<Node.ObjectMember> getters, List<Argument> lowered, Span at) {
    for (Node.ObjectMember getter : getters) {
      if (getter instanceof Node.ObjectMember.Property(Node.PropertyKey key, _, _, _)) {
        String name = ExpressionWriter.nameOf(key);
        body.module.atEnd(() -> {
          Operand part = body.b.field(lowered.get(1).value(), name, at);
          body.b.setField(lowered.getFirst().value(), name, body.b.callValue(part, List.of(), at), at);
        });
      }
    }
  }

  /** The property holds the descriptor's value, or what its getter returns. */
  private void define(Node.ObjectMember member, List<Argument> lowered, String property, Span at) {
    String key = switch (member) {
      case Node.ObjectMember.Property(Node.PropertyKey name, _, _, _) -> ExpressionWriter.nameOf(name);
      case Node.ObjectMember.Method(Node.PropertyKey name, _, _, _) -> ExpressionWriter.nameOf(name);
      case Node.ObjectMember.Shorthand(String name, _, _, _) -> name;
      case Node.ObjectMember.Spread _ -> "";
    };
    if (key.equals("value") || key.equals("get")) {
      Operand part = body.b.field(lowered.get(2).value(), key, at);
      Operand value = key.equals("get") ? body.b.callValue(part, List.of(), at) : part;
      body.b.setField(lowered.getFirst().value(), property, value, at);
    }
  }

  private static boolean isExportStar(Expression callee) {
    return callee instanceof Expression.Name(String name, _, _) && name.equals("__exportStar")
        || callee instanceof Expression.Member(_, String member, _, _, _, _) && member.equals("__exportStar");
  }
}
