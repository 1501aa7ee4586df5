package dev.slguard.code.flow;

import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.Terminator;
import java.util.List;
import java.util.Optional;

/** Checks that check nothing: trust managers without a body, host name verifiers that always say yes. */
final class Accepting {
  private Accepting() {}

  /** Whether {@code value} is a function that accepts everything, or an object whose method of one of {@code names} does. */
  static boolean isAccepting(Value value, List<String> names, CallSite site) {
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = site.frame().thing(id);
        boolean accepting = switch (thing.kind()) {
          case Thing.Kind.Closure closure -> accepts(closure.routine());
          case Thing.Kind.Instance _ -> {
            Value type = thing.members().get(Symbols.CLASS, Value.NONE);
            yield names.stream().map(name -> new Classes(site.frame()).member(type, name)).flatMap(Optional::stream)
                .anyMatch(method -> isAccepting(method, List.of(), site));
          }
          case Thing.Kind.Foreign _,Thing.Kind.Listing _,Thing.Kind.Dictionary _,Thing.Kind.Collection _,Thing.Kind.Buffer _,Thing.Kind.ForeignMethod _,Thing.Kind.Cell _,Thing.Kind.ClassThing _,Thing.Kind.Namespace _ ->
            false;
        };
        if (accepting) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether no way through {@code routine} calls anything, throws or returns anything but nothing or true. */
  private static boolean accepts(Routine routine) {
    for (Block block : routine.blocks()) {
      if (block.instructions().stream().anyMatch(Instruction.Call.class::isInstance)) {
        return false;
      }
      boolean ends = switch (block.end()) {
        case Terminator.Return(Operand value, _) ->
          value instanceof Constant.Nothing || value.equals(Constant.truth(true));
        case Terminator.Jump _ -> true;
        case Terminator.Branch _,Terminator.Throw _ -> false;
      };
      if (!ends) {
        return false;
      }
    }
    return true;
  }
}
