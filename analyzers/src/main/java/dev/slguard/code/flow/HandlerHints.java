package dev.slguard.code.flow;

import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.Convention;
import java.util.ArrayDeque;

/**
 * Whether a module may export what looks like a handler, told without running it: most modules of a program have nothing
 * of the kind, and running them all to find that out costs as much as the analysis itself. Looks at one module.
 */
final class HandlerHints {
  private final Convention convention;
  private final ArrayDeque<Routine> pending = new ArrayDeque<>();

  HandlerHints(Convention convention) {
    this.convention = convention;
  }

  /** Whether anything in {@code module} has the name or shape of a handler, or a class that a framework may call. */
  boolean in(SourceModule module) {
    pending.add(module.body());
    while (!pending.isEmpty()) {
      Routine routine = pending.poll();
      if (Conventions.namesHandler(routine.name())
          || !routine.parameters().isEmpty() && Conventions.isHandler("", routine, convention)) {
        return true;
      }
      for (Block block : routine.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (isHint(instruction)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isHint(Instruction instruction) {
    return switch (instruction) {
      case Instruction.SetGlobal it -> Conventions.namesHandler(it.name());
      case Instruction.Import it -> it.member().filter(Conventions::namesHandler).isPresent()
          || convention.types().stream().anyMatch(type -> type.startsWith(it.specifier() + '.'));
      // What is exported as a whole, or under a name that is computed, may be anything.
      case Instruction.ReplaceExports _ -> true;
      case Instruction.Set it -> mayBeNamed(it.key());
      case Instruction.MakeMap it ->
        it.entries().stream().anyMatch(entry -> !entry.spread() && mayBeNamed(entry.key()));
      case Instruction.MakeClosure it -> {
        pending.add(it.routine());
        yield false;
      }
      case Instruction.MakeClass it -> {
        pending.addAll(it.definition().methods());
        yield isFrameworkClass(it);
      }
      case Instruction.Copy _,Instruction.GetGlobal _,Instruction.ImportAll _,Instruction.Exports _,Instruction.ExportAll _,Instruction.Get _,Instruction.Delete _,Instruction.MakeList _,Instruction.Call _,Instruction.Concat _,Instruction.Operation _,Instruction.Cast _,Instruction.Element _,Instruction.Await _,Instruction.Yield _,Instruction.Caught _ ->
        false;
    };
  }

  private static boolean isFrameworkClass(Instruction.MakeClass made) {
    ClassDefinition definition = made.definition();
    return !made.bases().isEmpty() || !definition.annotations().isEmpty()
        || definition.methods().stream().anyMatch(method -> !method.annotations().isEmpty());
  }

  private static boolean mayBeNamed(Operand key) {
    return !(key instanceof Constant) || key instanceof Constant.Text(String name) && Conventions.namesHandler(name);
  }
}
