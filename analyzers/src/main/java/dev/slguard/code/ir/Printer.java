package dev.slguard.code.ir;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the intermediate representation as text, for tests, the user guide and the command that shows it. */
public final class Printer {
  private final StringBuilder out = new StringBuilder();

  private Printer() {}

  /** All routines of {@code module}, nested ones after the one that makes them. */
  public static String print(SourceModule module) {
    var printer = new Printer();
    printer.out.append("module ").append(module.path()).append(" (").append(module.language()).append(")\n");
    printer.routine(module.body(), "");
    return printer.out.toString();
  }

  /** {@code routine} and the routines that it makes. */
  public static String print(Routine routine) {
    var printer = new Printer();
    printer.routine(routine, "");
    return printer.out.toString();
  }

  private void routine(Routine routine, String prefix) {
    String name = prefix + routine.name();
    out.append(routine.isAsync() ? "async " : "").append(routine.isGenerator() ? "generator " : "")
        .append(routine.kind().name().toLowerCase(java.util.Locale.ROOT)).append(' ').append(name).append('(');
    routine.receiver().ifPresent(
        local -> out.append("this ").append(text(routine, local)).append(routine.parameters().isEmpty() ? "" : ", "));
    out.append(
        routine.parameters().stream().map(parameter -> parameter(routine, parameter)).collect(Collectors.joining(", ")))
        .append(")\n");
    routine.annotations().forEach(annotation -> out.append("  @").append(annotation.name()).append('\n'));
    for (Capture capture : routine.captures()) {
      out.append("  captures ").append(text(routine, capture.inner())).append(" = outer ").append(capture.outer())
          .append('\n');
    }
    for (int i = 0; i < routine.blocks().size(); i++) {
      block(routine, i);
    }
    for (Block block : routine.blocks()) {
      for (Instruction instruction : block.instructions()) {
        nested(instruction, name);
      }
    }
  }

  private void block(Routine routine, int index) {
    Block block = routine.blocks().get(index);
    out.append(" b").append(index).append(block.handler() < 0 ? ":" : " (throws to b" + block.handler() + "):")
        .append('\n');
    block.instructions()
        .forEach(instruction -> out.append("  ").append(instruction(routine, instruction)).append('\n'));
    out.append("  ").append(switch (block.end()) {
      case Terminator.Jump(int target) -> "jump b" + target;
      case Terminator.Branch(Operand condition, int whenTrue, int whenFalse, _) ->
        "if " + text(routine, condition) + " then b" + whenTrue + " else b" + whenFalse;
      case Terminator.Return(Operand value, _) -> "return " + text(routine, value);
      case Terminator.Throw(Operand value, _) -> "throw " + text(routine, value);
    }).append('\n');
  }

  private void nested(Instruction instruction, String name) {
    if (instruction instanceof Instruction.MakeClosure made) {
      routine(made.routine(), name + '/');
    } else if (instruction instanceof Instruction.MakeClass made) {
      made.definition().methods().forEach(method -> routine(method, name + '/' + made.definition().name() + '.'));
    }
  }

  private static String instruction(Routine routine, Instruction instruction) {
    return switch (instruction) {
      case Instruction.Copy it -> assign(routine, it.target()) + text(routine, it.source());
      case Instruction.GetGlobal it -> assign(routine, it.target()) + "global " + it.name();
      case Instruction.SetGlobal it -> "global " + it.name() + " = " + text(routine, it.source());
      case Instruction.Import it -> assign(routine, it.target()) + "import " + it.specifier()
          + it.member().map(member -> " member " + member).orElse("");
      case Instruction.ImportAll it -> "import all " + it.specifier();
      case Instruction.Exports it -> assign(routine, it.target()) + "exports";
      case Instruction.ReplaceExports it -> "exports = " + text(routine, it.source());
      case Instruction.ExportAll it -> "export all " + it.specifier();
      case Instruction.Get it -> assign(routine, it.target()) + member(routine, it.object(), it.key(), it.access());
      case Instruction.Set it ->
        member(routine, it.object(), it.key(), it.access()) + " = " + text(routine, it.value());
      case Instruction.Delete it -> "delete " + member(routine, it.object(), it.key(), Instruction.Access.ELEMENT);
      case Instruction.MakeMap it -> assign(routine, it.target()) + it.entries().stream()
          .map(entry -> (entry.spread() ? "..." : text(routine, entry.key()) + ": ") + text(routine, entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
      case Instruction.MakeList it -> assign(routine, it.target()) + it.kind().name().toLowerCase(java.util.Locale.ROOT)
          + " [" + arguments(routine, it.items()) + ']';
      case Instruction.MakeClosure it -> assign(routine, it.target()) + "function " + it.routine().name();
      case Instruction.MakeClass it -> assign(routine, it.target()) + "class " + it.definition().name()
          + it.bases().stream().map(base -> text(routine, base)).collect(Collectors.joining(", ", " (", ")"));
      case Instruction.Call it ->
        assign(routine, it.target()) + callee(routine, it.callee()) + '(' + arguments(routine, it.arguments()) + ')';
      case Instruction.Concat it -> assign(routine, it.target()) + "concat " + operands(routine, it.parts());
      case Instruction.Operation it -> assign(routine, it.target())
          + it.operator().name().toLowerCase(java.util.Locale.ROOT) + ' ' + operands(routine, it.operands());
      case Instruction.Cast it -> assign(routine, it.target()) + text(routine, it.source()) + " as " + it.type();
      case Instruction.Element it -> assign(routine, it.target()) + "each " + text(routine, it.container());
      case Instruction.Await it -> assign(routine, it.target()) + "await " + text(routine, it.source());
      case Instruction.Yield it ->
        assign(routine, it.target()) + (it.all() ? "yield all " : "yield ") + text(routine, it.source());
      case Instruction.Caught it -> assign(routine, it.target()) + "caught";
    };
  }

  private static String callee(Routine routine, Callee callee) {
    return switch (callee) {
      case Callee.Value(Operand function) -> text(routine, function);
      case Callee.Method(Operand receiver, String name) -> text(routine, receiver) + '.' + name;
      case Callee.Super(String name) -> name.isEmpty() ? "super" : "super." + name;
      case Callee.Constructor(Operand type) -> "new " + text(routine, type);
    };
  }

  private static String member(Routine routine, Operand object, Operand key, Instruction.Access access) {
    return access == Instruction.Access.FIELD && key instanceof Constant.Text(String name)
        ? text(routine, object) + '.' + name
        : text(routine, object) + '[' + text(routine, key) + ']';
  }

  private static String arguments(Routine routine, List<Argument> arguments) {
    return arguments.stream().map(argument -> switch (argument.kind()) {
      case POSITIONAL -> "";
      case KEYWORD -> argument.name() + '=';
      case SPREAD -> "*";
      case KEYWORD_SPREAD -> "**";
    } + text(routine, argument.value())).collect(Collectors.joining(", "));
  }

  private static String operands(Routine routine, List<Operand> operands) {
    return operands.stream().map(operand -> text(routine, operand)).collect(Collectors.joining(", "));
  }

  private static String parameter(Routine routine, Parameter parameter) {
    return switch (parameter.kind()) {
      case POSITIONAL -> "";
      case REST -> "*";
      case KEYWORD_ONLY -> "keyword ";
      case KEYWORD_REST -> "**";
    } + text(routine, parameter.local()) + (parameter.optional() ? "?" : "");
  }

  private static String assign(Routine routine, Local target) {
    return text(routine, target) + " = ";
  }

  private static String text(Routine routine, Operand operand) {
    return operand instanceof Local local && !routine.variable(local).name().isEmpty()
        ? routine.variable(local).name() + operand
        : operand.toString();
  }

  /** {@code text} without line breaks and control characters. */
  static String escaped(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> result.append("\\n");
        case '\r' -> result.append("\\r");
        case '\t' -> result.append("\\t");
        case '"', '\\' -> result.append('\\').append(c);
        default -> {
          if (Character.isISOControl(c)) {
            result.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
          } else {
            result.append(c);
          }
        }
      }
    }
    return result.toString();
  }
}
