package dev.slguard.code.flow;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Capture;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.Terminator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the engine needs to know of a routine beyond its text: the order to visit blocks in, which locals live across
 * blocks, and which are shared with inner routines.
 */
final class RoutineFacts {
  private final int[] rank;
  private final int[] byRank;
  private final int[] firstInstruction;
  private final BitSet acrossBlocks = new BitSet();
  private final BitSet shared = new BitSet();
  private final BitSet loopHeads = new BitSet();

  RoutineFacts(Routine routine) {
    List<Block> blocks = routine.blocks();
    rank = rank(blocks);
    byRank = byRank(rank);
    firstInstruction = new int[blocks.size() + 1];
    int[] home = new int[routine.variables().size()];
    Arrays.fill(home, -1);
    routine.receiver().ifPresent(local -> acrossBlocks.set(local.index()));
    routine.parameters().forEach(parameter -> acrossBlocks.set(parameter.local().index()));
    for (Capture capture : routine.captures()) {
      shared.set(capture.inner().index());
    }
    int count = 1;
    for (int b = 0; b < blocks.size(); b++) {
      firstInstruction[b] = count;
      int block = b;
      Consumer<Operand> mention = operand -> {
        if (operand instanceof Local(int index)) {
          if (home[index] >= 0 && home[index] != block) {
            acrossBlocks.set(index);
          }
          home[index] = block;
        }
      };
      for (Instruction instruction : blocks.get(b).instructions()) {
        operands(instruction).forEach(mention);
        target(instruction).ifPresent(mention);
        sharedBy(instruction);
        count++;
      }
      terminated(blocks.get(b).end()).ifPresent(mention);
      count++;
    }
    firstInstruction[blocks.size()] = count;
    for (int b = 0; b < blocks.size(); b++) {
      for (int target : successors(blocks.get(b))) {
        if (rank[target] <= rank[b]) {
          loopHeads.set(target);
        }
      }
    }
  }

  private void sharedBy(Instruction instruction) {
    if (instruction instanceof Instruction.MakeClosure made) {
      made.routine().captures().forEach(capture -> shared.set(capture.outer().index()));
    } else if (instruction instanceof Instruction.MakeClass made) {
      made.definition().methods()
          .forEach(method -> method.captures().forEach(capture -> shared.set(capture.outer().index())));
    }
  }

  /** Position of a block in the order of visits: reverse post-order. */
  int rank(int block) {
    return rank[block];
  }

  /** The block at a position in the order of visits. */
  int block(int ofRank) {
    return byRank[ofRank];
  }

  /** Number of a block's first instruction in the routine, from 1. */
  int firstInstruction(int block) {
    return firstInstruction[block];
  }

  boolean livesAcrossBlocks(int local) {
    return acrossBlocks.get(local);
  }

  boolean isShared(int local) {
    return shared.get(local);
  }

  boolean isLoopHead(int block) {
    return loopHeads.get(block);
  }

  private static int[] rank(List<Block> blocks) {
    int[] rank = new int[blocks.size()];
    Arrays.fill(rank, -1);
    List<Integer> postOrder = new ArrayList<>();
    boolean[] seen = new boolean[blocks.size()];
    var stack = new ArrayList<int[]>();
    stack.add(new int[]{0, 0});
    seen[0] = true;
    while (!stack.isEmpty()) {
      int[] top = stack.getLast();
      List<Integer> next = successors(blocks.get(top[0]));
      if (top[1] < next.size()) {
        int target = next.get(top[1]++);
        if (!seen[target]) {
          seen[target] = true;
          stack.add(new int[]{target, 0});
        }
      } else {
        postOrder.add(top[0]);
        stack.removeLast();
      }
    }
    for (int i = 0; i < postOrder.size(); i++) {
      rank[postOrder.get(i)] = postOrder.size() - 1 - i;
    }
    return rank;
  }

  private static int[] byRank(int[] rank) {
    int[] blocks = new int[rank.length];
    for (int b = 0; b < rank.length; b++) {
      if (rank[b] >= 0) {
        blocks[rank[b]] = b;
      }
    }
    return blocks;
  }

  static List<Integer> successors(Block block) {
    List<Integer> targets = new ArrayList<>(3);
    switch (block.end()) {
      case Terminator.Jump(int target) -> targets.add(target);
      case Terminator.Branch(_, int whenTrue, int whenFalse, _) -> {
        targets.add(whenFalse);
        targets.add(whenTrue);
      }
      case Terminator.Return _,Terminator.Throw _ -> {
      }
    }
    if (block.handler() >= 0) {
      targets.add(block.handler());
    }
    return targets;
  }

  private static Optional<Operand> terminated(Terminator end) {
    return switch (end) {
      case Terminator.Jump _ -> Optional.empty();
      case Terminator.Branch it -> Optional.of(it.condition());
      case Terminator.Return it -> Optional.of(it.value());
      case Terminator.Throw it -> Optional.of(it.value());
    };
  }

  static Optional<Local> target(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Copy it -> Optional.of(it.target());
      case Instruction.GetGlobal it -> Optional.of(it.target());
      case Instruction.Import it -> Optional.of(it.target());
      case Instruction.Exports it -> Optional.of(it.target());
      case Instruction.Get it -> Optional.of(it.target());
      case Instruction.MakeMap it -> Optional.of(it.target());
      case Instruction.MakeList it -> Optional.of(it.target());
      case Instruction.MakeClosure it -> Optional.of(it.target());
      case Instruction.MakeClass it -> Optional.of(it.target());
      case Instruction.Call it -> Optional.of(it.target());
      case Instruction.Concat it -> Optional.of(it.target());
      case Instruction.Operation it -> Optional.of(it.target());
      case Instruction.Cast it -> Optional.of(it.target());
      case Instruction.Element it -> Optional.of(it.target());
      case Instruction.Await it -> Optional.of(it.target());
      case Instruction.Yield it -> Optional.of(it.target());
      case Instruction.Caught it -> Optional.of(it.target());
      case Instruction.SetGlobal _,Instruction.ImportAll _,Instruction.ReplaceExports _,Instruction.ExportAll _,Instruction.Set _,Instruction.Delete _ ->
        Optional.empty();
    };
  }

  static List<Operand> operands(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Copy it -> List.of(it.source());
      case Instruction.SetGlobal it -> List.of(it.source());
      case Instruction.ReplaceExports it -> List.of(it.source());
      case Instruction.Get it -> List.of(it.object(), it.key());
      case Instruction.Set it -> List.of(it.object(), it.key(), it.value());
      case Instruction.Delete it -> List.of(it.object(), it.key());
      case Instruction.MakeMap it -> {
        List<Operand> all = new ArrayList<>();
        it.entries().forEach(entry -> {
          all.add(entry.key());
          all.add(entry.value());
        });
        yield all;
      }
      case Instruction.MakeList it -> it.items().stream().map(Argument::value).toList();
      case Instruction.MakeClosure it -> it.routine().captures().stream().<Operand>map(Capture::outer).toList();
      case Instruction.MakeClass it -> {
        List<Operand> all = new ArrayList<>(it.bases());
        it.definition().methods().forEach(method -> method.captures().forEach(capture -> all.add(capture.outer())));
        yield all;
      }
      case Instruction.Call it -> {
        List<Operand> all = new ArrayList<>();
        switch (it.callee()) {
          case Callee.Value(Operand function) -> all.add(function);
          case Callee.Method(Operand receiver, _) -> all.add(receiver);
          case Callee.Constructor(Operand type) -> all.add(type);
          case Callee.Super _ -> {
          }
        }
        it.arguments().forEach(argument -> all.add(argument.value()));
        yield all;
      }
      case Instruction.Concat it -> it.parts();
      case Instruction.Operation it -> it.operands();
      case Instruction.Cast it -> List.of(it.source());
      case Instruction.Element it -> List.of(it.container());
      case Instruction.Await it -> List.of(it.source());
      case Instruction.Yield it -> List.of(it.source());
      case Instruction.GetGlobal _,Instruction.Import _,Instruction.ImportAll _,Instruction.Exports _,Instruction.ExportAll _,Instruction.Caught _ ->
        List.of();
    };
  }
}
