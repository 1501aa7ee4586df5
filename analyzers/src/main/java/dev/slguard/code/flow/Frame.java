package dev.slguard.code.flow;

import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.ir.Terminator;
import dev.slguard.code.library.Library;
import dev.slguard.source.Span;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run of one routine on one input: a fixpoint over its blocks. Holds the state at the instruction under
 * evaluation; {@link Steps} says what instructions do to it.
 */
@SuppressWarnings("ReferenceEquality") // no object is found more often than any
final class Frame {
  /** Objects of the input have smaller ids, objects made in the run larger ones. */
  static final int FIRST_FRESH = 4_096;
  static final Thing NO_THING = Thing.of(new Thing.Kind.Dictionary());
  private static final int OLD = 1 << 29;
  private static final int SUB_BITS = 12;
  /** Objects that an instruction makes itself have smaller numbers than those that the routines it calls make. */
  private static final int FIRST_OF_CALLEES = 64;
  private static final int VISITS = 60;
  private static final int CALM_VISITS = 3;

  private final Analysis analysis;
  private final Routine routine;
  private final SourceModule module;
  private final Library library;
  private final RoutineFacts about;
  private final Value owner;
  private final Surroundings surroundings;
  private final Knowledge knowledge;
  private final Value[] temporaries;
  private State state;
  private int site;
  private int ofCallees = FIRST_OF_CALLEES;
  private boolean dead;

  private boolean returns;
  private Value result = Value.NONE;
  private Value thrown = Value.NONE;
  private Value thrownHere = Value.NONE;
  private Optional<State> atThrow = Optional.empty();
  private Value yielded = Value.NONE;
  private State last = new State(IntMap.empty(), IntMap.empty(), Facts.NONE);
  private final LinkedHashSet<Hit> hits = new LinkedHashSet<>();
  private final Map<Integer, Alias> aliases = new HashMap<>();
  private final Map<Integer, Value> wholes = new HashMap<>();
  private final LinkedHashSet<UseAt> uses = new LinkedHashSet<>();

  Frame(Analysis analysis, Routine routine, SourceModule module, Value owner, State initial,
      Surroundings surroundings) {
    this.analysis = analysis;
    this.routine = routine;
    this.module = module;
    this.library = analysis.library(module.language());
    this.about = analysis.about(routine);
    this.owner = owner;
    this.surroundings = surroundings;
    this.knowledge = new Knowledge(analysis, surroundings);
    this.temporaries = new Value[routine.variables().size()];
    java.util.Arrays.fill(temporaries, Value.NONE);
    this.state = initial;
  }

  Analysis analysis() {
    return analysis;
  }

  Routine routine() {
    return routine;
  }

  SourceModule module() {
    return module;
  }

  Library library() {
    return library;
  }

  /** The class whose method this is. */
  Value owner() {
    return owner;
  }

  /** The objects of the callers. */
  Surroundings surroundings() {
    return surroundings;
  }

  State state() {
    return state;
  }

  void setState(State newState) {
    state = newState;
  }

  /** Number of the instruction under evaluation, from 1. */
  int site() {
    return site;
  }

  /** The rest of the block cannot be reached. */
  void die() {
    dead = true;
  }

  boolean isDead() {
    return dead;
  }

  void revive() {
    dead = false;
  }

  void hit(Hit hit) {
    hits.add(hit);
  }

  void use(UseAt use) {
    uses.add(use);
  }

  /** What was hit so far. */
  java.util.Set<Hit> hits() {
    return hits;
  }

  /** What was used so far. */
  java.util.Set<UseAt> uses() {
    return uses;
  }

  /** Says what the run returned, where something else than its blocks computed it. */
  void setResult(Value value) {
    result = value;
  }

  /** What the run returned. */
  Value result() {
    return result;
  }

  /** What a check of some value also says about {@code subject}: that it is clear of {@code only}. */
  record Alias(Value subject, long only) {}

  /** A check of the value of that number will be one of {@code subject}, as far as {@code only} goes. */
  void alias(int number, Value subject, long only) {
    aliases.put(number, new Alias(subject, only));
  }

  Optional<Alias> alias(int number) {
    return Optional.ofNullable(aliases.get(number));
  }

  /** The value of that number is some element of {@code whole}. */
  void element(int number, Value whole) {
    wholes.put(number, whole);
  }

  /** Reads the containers whose elements were read, by the numbers of these. */
  void forEachWhole(java.util.function.BiConsumer<Integer, Value> reader) {
    wholes.forEach(reader);
  }

  void yielding(Value value) {
    yielded = yielded.or(value);
  }

  /** {@code value} may be thrown by the instruction under evaluation. */
  void throwing(Value value) {
    thrownHere = thrownHere.or(value);
  }

  Value thrownHere() {
    return thrownHere;
  }

  // The fixpoint

  Outcome run() {
    for (int i = 0; i < routine.variables().size(); i++) {
      if (about.isShared(i) && !(state.locals().has(i) && isCaptured(i))) {
        int cell = FIRST_FRESH + (1 << 28) + i;
        Value before = state.locals().get(i, Value.NONE);
        state.setThing(cell, Thing.of(new Thing.Kind.Cell()).with(Symbols.CONTENT, before));
        state.setLocal(i, Value.of(new Ref.Thing(cell)));
      }
    }
    State[] starts = new State[routine.blocks().size()];
    boolean[] known = new boolean[starts.length];
    int[] visits = new int[starts.length];
    var pending = new Pending(about);
    var steps = new Steps(this);
    var flow = new Edges(about, surroundings, knowledge, starts, known, visits, pending);
    starts[0] = state.copy();
    known[0] = true;
    pending.add(0);
    while (!pending.isEmpty()) {
      int block = pending.poll();
      analysis.spend(1 + routine.blocks().get(block).instructions().size());
      if (++visits[block] > VISITS || !analysis.mayGoOn()) {
        analysis.cut(routine, analysis.mayGoOn() ? "its loops were followed " + VISITS + " times" : Analysis.TOO_LONG);
        continue;
      }
      visit(block, starts[block], steps, flow);
    }
    Value ends = routine.isGenerator() ? generated() : result;
    return new Outcome(returns, ends, thrown, heapAtEnd(), last.facts(), Outcome.bounded(hits), uses);
  }

  /** The objects at the end, and those that only what is thrown refers to. */
  private IntMap<Thing> heapAtEnd() {
    var heap = new AtomicReference<>(last.heap());
    atThrow.ifPresent(state -> state.heap().forEach((id, thing) -> {
      boolean asItWas = returns && State.isOfCallers(id) && surroundings.changed(id).isPresent();
      if (!asItWas && !heap.get().has(id)) {
        heap.set(heap.get().put(id, thing));
      }
    }));
    return heap.get();
  }

  private boolean isCaptured(int local) {
    return routine.captures().stream().anyMatch(capture -> capture.inner().index() == local);
  }

  private Value generated() {
    int id = FIRST_FRESH + (1 << 28) + routine.variables().size() + 1;
    last.setThing(id, Thing.of(new Thing.Kind.Listing()).withRest(yielded).ofLength(Thing.UNKNOWN_LENGTH));
    returns = true;
    return Value.of(new Ref.Thing(id));
  }

  private void visit(int index, State start, Steps steps, Edges flow) {
    Block block = routine.blocks().get(index);
    state = start.copy();
    State before = state.copy();
    dead = false;
    thrownHere = Value.NONE;
    site = about.firstInstruction(index);
    steps.enter();
    for (var instruction : block.instructions()) {
      ofCallees = FIRST_OF_CALLEES;
      steps.step(instruction);
      if (dead) {
        break;
      }
      site++;
    }
    if (!dead) {
      end(block, flow);
    }
    if (block.handler() >= 0) {
      State caught = before.or(state, surroundings);
      // What an earlier handler caught is done with.
      caught.setLocal(routine.variables().size(), thrownHere);
      flow.to(block.handler(), caught, VISITS);
    } else {
      thrown = thrown.or(thrownHere);
      if (thrownHere.refs().stream().anyMatch(ref -> ref instanceof Ref.Thing)) {
        State thrower = new State(IntMap.empty(), state.heap(), Facts.NONE);
        atThrow = Optional.of(atThrow.map(other -> other.or(thrower, surroundings)).orElse(thrower));
      }
    }
  }

  private void end(Block block, Edges flow) {
    switch (block.end()) {
      case Terminator.Jump(int target) -> flow.to(target, state, CALM_VISITS);
      case Terminator.Branch(Operand condition, int whenTrue, int whenFalse, _) -> {
        Value value = value(condition);
        var truth = Truths.of(value, library);
        if (truth.mayBeTrue()) {
          State then = state.copy();
          then.setFacts(then.facts().and(value.test().whenTrue()));
          Decisions.decide(then, value, new Test(value.test().whenTrue(), Facts.NEVER));
          flow.to(whenTrue, then, CALM_VISITS);
        }
        if (truth.mayBeFalse()) {
          // What is empty, zero or missing holds nothing that anyone chose.
          Facts empty = new Guards(this).clearing(value, analysis.categories().mask(Library.ALL));
          state.setFacts(state.facts().and(value.test().whenFalse()).and(empty));
          Decisions.decide(state, value, new Test(Facts.NEVER, value.test().whenFalse()));
          flow.to(whenFalse, state, CALM_VISITS);
        }
      }
      case Terminator.Return(Operand operand, Span at) ->
        returned(value(operand).mapTaints(taint -> taint.left(at, routine.name())));
      case Terminator.Throw(Operand operand, _) -> throwing(value(operand).opened());
    }
  }

  private void returned(Value value) {
    Facts facts = state.facts();
    Value tested = Truths.couldBeTruth(value)
        ? value.tested(new Test(facts.and(value.test().whenTrue()), facts.and(value.test().whenFalse())))
        : value;
    Guards.testItems(this, value, facts);
    result = returns ? result.or(tested) : tested;
    last = returns
        ? last.or(new State(IntMap.empty(), state.heap(), facts), surroundings)
        : new State(IntMap.empty(), state.heap(), facts);
    returns = true;
  }

  // Locals and objects

  /** What {@code operand} is now, with what facts clear. */
  Value value(Operand operand) {
    return switch (operand) {
      case Constant constant -> Value.of(constant);
      case Local(int index) -> withFacts(raw(index));
    };
  }

  private Value raw(int index) {
    if (about.isShared(index)) {
      Value content = Value.NONE;
      for (Ref ref : state.locals().get(index, Value.NONE).refs()) {
        content = ref instanceof Ref.Thing(int id)
            ? content.or(thing(id).members().get(Symbols.CONTENT, Value.NONE))
            : content;
      }
      return content.isNone() ? Value.NOTHING : content;
    }
    Value found = about.livesAcrossBlocks(index) ? state.locals().get(index, Value.NONE) : temporaries[index];
    return found.isNone() ? Value.NOTHING : found;
  }

  /** The cell of a shared local. */
  Value cell(Local local) {
    return state.locals().get(local.index(), Value.NONE);
  }

  void set(Local local, Value value) {
    int index = local.index();
    if (about.isShared(index)) {
      Value cell = state.locals().get(index, Value.NONE);
      for (Ref ref : cell.refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          Thing old = thing(id);
          state.setThing(id,
              cell.refs().size() == 1
                  ? old.with(Symbols.CONTENT, value)
                  : old.with(Symbols.CONTENT, old.members().get(Symbols.CONTENT, Value.NONE).or(value)));
        }
      }
    } else if (about.livesAcrossBlocks(index)) {
      state.setLocal(index, value);
    } else {
      temporaries[index] = value;
    }
  }

  /** Sets what an instruction computes: a value of its own, about which no facts are known yet. */
  void define(Local local, Value value) {
    int number = site << 1;
    state.setFacts(state.facts().minus(Facts.ofValue(number)));
    set(local, value.numbered(number));
  }

  /** Sets what an instruction reads: a value that was computed before and keeps what is known of it. */
  void read(Local local, Value value) {
    if (value.number() == 0) {
      define(local, value);
    } else {
      set(local, value);
    }
  }

  /** The number of the value in {@code operand}, given to it now if it had none; 0 for a constant. */
  int number(Operand operand) {
    if (!(operand instanceof Local local)) {
      return 0;
    }
    Value value = raw(local.index());
    if (value.number() == 0) {
      int number = (routine.blocks().size() + about.firstInstruction(routine.blocks().size()) + local.index()) << 1 | 1;
      state.setFacts(state.facts().minus(Facts.ofValue(number)));
      set(local, value.numbered(number));
      return number;
    }
    return value.number();
  }

  Thing thing(int id) {
    return changed(id).orElseGet(() -> id >= State.GLOBAL ? analysis.global(id) : NO_THING);
  }

  /** The object {@code id} if this run or one of its callers has made or changed it. */
  Optional<Thing> changed(int id) {
    Thing here = state.heap().get(id, NO_THING);
    if (here != NO_THING || state.heap().has(id)) {
      return Optional.of(here);
    }
    return State.isOfCallers(id) ? surroundings.changed(id) : Optional.empty();
  }

  /** The member {@code symbol} of the object {@code id}; {@link Value#NONE} if it has none. */
  Value member(int id, int symbol) {
    return changedMember(id, symbol).orElseGet(() -> analysis.global(id).members().get(symbol, Value.NONE));
  }

  /** The member of an object of a module, if this run or one of its callers has changed the object. */
  Optional<Value> changedMember(int id, int symbol) {
    return state.heap().has(id)
        ? Optional.of(state.heap().get(id, NO_THING).members().get(symbol, Value.NONE))
        : surroundings.changedMember(id, symbol);
  }

  void setThing(int id, Thing thing) {
    state.setThing(id, thing);
  }

  /** A new object made by the instruction under evaluation, the {@code sub}-th of it. */
  Value make(Thing thing, int sub) {
    int id = freshId(site, sub);
    state.setThing(id, thing);
    return Value.of(new Ref.Thing(id));
  }

  /**
   * An id for an object that a routine called by the instruction under evaluation has made. Those that earlier turns of
   * a loop made there have the same one.
   */
  int idOfCallees() {
    return FIRST_FRESH + ((site & 0xFFFF) << SUB_BITS | Math.min(ofCallees++, (1 << SUB_BITS) - 1));
  }

  /** Keeps an object that a called routine has made, as one of many if there is one from an earlier turn of a loop. */
  void keepOfCallees(int id, Thing made) {
    state.setThing(id, state.heap().has(id) ? state.heap().get(id, NO_THING).or(made).asMany() : made);
  }

  /**
   * An id for a new object made at instruction {@code at}. If an earlier turn of a loop made one there, that one
   * becomes one of many and is found under another id (Balakrishnan and Reps 2006, recency).
   */
  int freshId(int at, int sub) {
    int id = FIRST_FRESH + ((at & 0xFFFF) << SUB_BITS | Math.min(sub, (1 << SUB_BITS) - 1));
    if (state.heap().has(id)) {
      int old = id | OLD;
      Thing before = state.heap().get(id, NO_THING).asMany();
      state.setThing(old, state.heap().has(old) ? state.heap().get(old, NO_THING).or(before) : before);
      state.setHeap(state.heap().remove(id).map((key, thing) -> thing.map((symbol, value) -> renamed(value, id, old))));
      state.setLocals(state.locals().map((key, value) -> renamed(value, id, old)));
      for (int i = 0; i < temporaries.length; i++) {
        temporaries[i] = renamed(temporaries[i], id, old);
      }
    }
    return id;
  }

  private static Value renamed(Value value, int id, int old) {
    var ref = new Ref.Thing(id);
    if (!value.refs().contains(ref)) {
      return value;
    }
    return value.mapRefs(each -> each.equals(ref) ? new Ref.Thing(old) : each);
  }

  // Facts

  /** {@code value} cleared of what is known here about it. */
  Value withFacts(Value value) {
    return withFacts(value, state.facts());
  }

  Value withFacts(Value value, Facts facts) {
    return knowledge.cleared(value, facts);
  }

  int pathKey(Origin origin, String path) {
    return knowledge.pathKey(origin, path);
  }

  /** Facts about {@code path} of {@code origin} and what is below it, by the rest of the path. */
  SequencedMap<String, Long> pathFacts(Origin origin, String path) {
    return knowledge.about(state.facts().and(surroundings.facts()), origin, path);
  }

  /** Reads the facts about paths: the name of the origin with the path, and the mask. */
  void forEachPath(Facts facts, java.util.function.ObjLongConsumer<String> reader) {
    knowledge.forEachPath(facts, reader);
  }
}
