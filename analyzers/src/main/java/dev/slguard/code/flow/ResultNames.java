package dev.slguard.code.flow;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.Terminator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The names under which a routine keeps what a call returns and what it makes of that: variables, members, keywords,
 * its own name where it returns it. They tell what a result is for: a digest that becomes an entity tag protects nothing.
 */
final class ResultNames {
  private final Routine routine;
  private final BitSet made = new BitSet();
  private final List<String> names = new ArrayList<>();
  private boolean called;

  private ResultNames(Routine routine) {
    this.routine = routine;
  }

  /** Whether one of the names contains one of {@code words}, which are in lower case without separators. */
  static boolean contain(CallSite site, List<String> words) {
    var search = new ResultNames(site.frame().routine());
    search.from(site);
    for (String name : search.names) {
      String plain = name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
      if (words.stream().anyMatch(plain::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the routine calls what {@code site} returns. */
  static boolean isCalled(CallSite site) {
    var search = new ResultNames(site.frame().routine());
    search.from(site);
    return search.called;
  }

  private void from(CallSite site) {
    for (Block block : routine.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call && call.at().equals(site.at())) {
          made.set(call.target().index());
        } else if (!made.isEmpty()) {
          follow(instruction);
        }
      }
      if (block.end() instanceof Terminator.Return(Operand value, _) && isMade(value)) {
        names.add(routine.name());
      }
    }
  }

  private void follow(Instruction instruction) {
    switch (instruction) {
      case Instruction.Copy(Local target, Operand source, _) when isMade(source) -> {
        names.add(routine.variable(target).name());
        made.set(target.index());
      }
      case Instruction.SetGlobal(String name, Operand source, _) when isMade(source) -> names.add(name);
      case Instruction.Set(_, Constant.Text(String name), Operand value, _, _) when isMade(value) -> names.add(name);
      case Instruction.Set(Local object, Local _, Operand value, _, _) when isMade(value) ->
        names.add(routine.variable(object).name());
      case Instruction.MakeMap(_, var entries, _) -> entries.forEach(this::entry);
      case Instruction.Call(Local target, Callee callee, var arguments, _) -> call(target, callee, arguments);
      case Instruction.Concat(Local target, var parts, _) when parts.stream().anyMatch(this::isMade) ->
        made.set(target.index());
      case Instruction.Operation(Local target, _, var operands, _) when operands.stream().anyMatch(this::isMade) ->
        made.set(target.index());
      case Instruction.Get(Local target, Operand object, _, _, _) when isMade(object) -> made.set(target.index());
      case Instruction.Cast(Local target, Operand source, _, _) when isMade(source) -> made.set(target.index());
      case Instruction.Await(Local target, Operand source, _) when isMade(source) -> made.set(target.index());
      case Instruction.Copy _,Instruction.SetGlobal _,Instruction.Set _,Instruction.Concat _,Instruction.Get _,Instruction.Cast _,Instruction.Await _,Instruction.GetGlobal _,Instruction.Import _,Instruction.ImportAll _,Instruction.Exports _,Instruction.ReplaceExports _,Instruction.ExportAll _,Instruction.Delete _,Instruction.MakeList _,Instruction.MakeClosure _,Instruction.MakeClass _,Instruction.Operation _,Instruction.Element _,Instruction.Yield _,Instruction.Caught _ ->
        {
        }
    }
  }

  private void entry(Instruction.Entry entry) {
    if (entry.key() instanceof Constant.Text(String name) && isMade(entry.value())) {
      names.add(name);
    }
  }

  private void call(Local target, Callee callee, List<Argument> arguments) {
    called |= callee instanceof Callee.Value(Operand function) && isMade(function);
    if (callee instanceof Callee.Method(Operand receiver, _) && isMade(receiver)) {
      made.set(target.index());
    }
    for (Argument argument : arguments) {
      if (isMade(argument.value())) {
        made.set(target.index());
        if (argument.kind() == Argument.Kind.KEYWORD) {
          names.add(argument.name());
        }
      }
    }
  }

  private boolean isMade(Operand operand) {
    return operand instanceof Local(int index) && made.get(index);
  }
}
