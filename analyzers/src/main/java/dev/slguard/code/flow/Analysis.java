package dev.slguard.code.flow;

import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.Categories;
import dev.slguard.code.library.Libraries;
import dev.slguard.code.library.Library;
import dev.slguard.source.Diagnostics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One analysis of a program: what all frames share. Not shared between threads. */
final class Analysis {
  private static final int DEEPEST = 48;
  private static final int ROUNDS = 6;
  private static final int MOST_NESTED = 4;
  private static final int MOST_CONTEXTS = 60;
  /** Instructions followed for one entry point, and for the top level of one module. */
  private static final int MOST_WORK = 1_000_000;
  private static final int MOST_WORK_OF_MODULE = 100_000;
  private static final int MOST_SUMMARIES = 8_000;
  static final String TOO_LONG = "its entry point takes too long";

  private final Libraries libraries;
  private final Diagnostics diagnostics;
  private final Symbols symbols = new Symbols();
  private final Slots slots = new Slots();
  private final Imports imports;
  private final Types types = new Types(this);
  private final Accessors accessors = new Accessors();
  private final Environment environment = new Environment();
  private final ClassIndex classes = new ClassIndex();
  private final Literals literals;
  private final IdentityHashMap<Routine, RoutineFacts> about = new IdentityHashMap<>();
  private final IdentityHashMap<ClassDefinition, Integer> classIds = new IdentityHashMap<>();
  private final Map<Integer, Thing> globals = new HashMap<>();
  private final Map<String, Integer> shared = new HashMap<>();
  private final Map<Input, Inquiry.Node> summaries = new HashMap<>();
  private final IdentityHashMap<Routine, Integer> onStack = new IdentityHashMap<>();
  private final IdentityHashMap<Routine, Integer> contexts = new IdentityHashMap<>();
  private final Set<String> cuts = new HashSet<>();
  private int nextGlobal;
  private int kept;
  private int depth;
  private int work;
  private int workOfModule;

  /** The depth of the shallowest unfinished summary that the running one has used. */
  private int lowestUsed = Integer.MAX_VALUE;

  Analysis(List<SourceModule> modules, Map<String, ImportResolver> resolvers, Libraries libraries,
      Diagnostics diagnostics) {
    this.libraries = libraries;
    this.diagnostics = diagnostics;
    boolean wanted = libraries.categories().category(Literals.CATEGORY).isPresent();
    this.literals = new Literals(libraries.secrets(), wanted);
    this.imports = new Imports(this, modules, resolvers);
    imports.prepare();
    nextGlobal = State.GLOBAL + imports.reserved();
  }

  Library library(String language) {
    return libraries.of(language);
  }

  Categories categories() {
    return libraries.categories();
  }

  Symbols symbols() {
    return symbols;
  }

  Slots slots() {
    return slots;
  }

  Imports imports() {
    return imports;
  }

  Literals literals() {
    return literals;
  }

  Types types() {
    return types;
  }

  Accessors accessors() {
    return accessors;
  }

  Environment environment() {
    return environment;
  }

  ClassIndex classes() {
    return classes;
  }

  RoutineFacts about(Routine routine) {
    return about.computeIfAbsent(routine, RoutineFacts::new);
  }

  Thing global(int id) {
    return globals.getOrDefault(id, Frame.NO_THING);
  }

  /** Id of the one object that the library's name {@code path} stands for. */
  int shared(String path) {
    Integer known = shared.get(path);
    if (known == null) {
      known = nextGlobal++;
      shared.put(path, known);
      globals.put(known, Thing.of(new Thing.Kind.Foreign(path)).ofLength(Thing.UNKNOWN_LENGTH));
    }
    return known;
  }

  void setGlobal(int id, Thing thing) {
    globals.put(id, thing);
  }

  String originName(Origin origin) {
    return switch (origin) {
      case Origin.Event _ -> "event";
      case Origin.Slot(int index, _) -> Mapping.SLOT + index;
      case Origin.Point point -> point.at() + " " + point.label();
    };
  }

  /** The event of the entry point under analysis, as an object whose members are read as its fields. */
  Value event(Frame frame) {
    Value root = Value.tainted(Taints.of(Taint.at(new Origin.Event(), Trace.EMPTY)));
    return frame.make(Thing.of(new Thing.Kind.Dictionary()).withRest(root).ofLength(Thing.UNKNOWN_LENGTH), 58);
  }

  // Bounds

  boolean mayGoOn() {
    return work <= MOST_WORK;
  }

  /** Counts instructions followed. */
  void spend(int instructions) {
    work += instructions;
  }

  /** Reports once for each routine that it was not followed to the end. */
  void cut(Routine routine, String why) {
    if (cuts.add(routine.at() + why)) {
      diagnostics.note(routine.at(), "'" + routine.name() + "' is not followed to the end: " + why);
    }
  }

  /** A new budget: for another entry point. */
  void renew() {
    work = 0;
    depth = 0;
    bound();
  }

  /** Forgets summaries if there are many; those of runs under way, too: a run that comes back to itself is cut. */
  private void bound() {
    if (kept > MOST_SUMMARIES) {
      forget();
    }
  }

  /** Forgets summaries, since what modules hold has changed. */
  void forget() {
    summaries.clear();
    contexts.clear();
    kept = 0;
  }

  // Summaries

  /**
   * What a routine does on {@code input} and the objects of its callers that {@code mapping} gives: looked up, or found
   * by running it (Sharir and Pnueli 1981, functional approach).
   */
  Outcome outcome(Input input, Mapping mapping, SourceModule module) {
    var inquiry = new Inquiry(summaries.computeIfAbsent(input, key -> new Inquiry.Node()), mapping, input.facts());
    Optional<Summary> known = inquiry.known();
    if (known.isPresent()) {
      Summary summary = known.get();
      if (summary.isRunning()) {
        summary.setRecursive(true);
        lowestUsed = Math.min(lowestUsed, summary.depth());
      }
      return summary.outcome();
    }
    Routine routine = input.routine();
    int nested = onStack.getOrDefault(routine, 0);
    if (nested >= MOST_NESTED) {
      // Deeper turns of a recursion that never sees the same input twice add nothing new to what these few found.
      return unknown(input);
    }
    int count = contexts.merge(routine, 1, Integer::sum);
    if (depth >= DEEPEST || count > MOST_CONTEXTS || !mayGoOn()) {
      cut(routine,
          depth >= DEEPEST
              ? "calls are nested more than " + DEEPEST + " deep"
              : count > MOST_CONTEXTS
                  ? "it is called in more than " + MOST_CONTEXTS + " ways"
                  : "its entry point takes too long");
      return unknown(input);
    }
    return run(input, inquiry, module, nested);
  }

  private Outcome run(Input input, Inquiry inquiry, SourceModule module, int nested) {
    Routine routine = input.routine();
    var summary = new Summary(depth);
    inquiry.keep(summary);
    kept++;
    int outside = lowestUsed;
    lowestUsed = Integer.MAX_VALUE;
    depth++;
    onStack.put(routine, nested + 1);
    solve(summary, input, inquiry, module);
    onStack.put(routine, nested);
    depth--;
    summary.finish();
    if (lowestUsed < summary.depth()) {
      // It used an unfinished summary further up, so it may change when that one does.
      inquiry.drop();
      kept--;
      contexts.merge(routine, -1, Integer::sum);
    }
    lowestUsed = Math.min(outside, lowestUsed < summary.depth() ? lowestUsed : Integer.MAX_VALUE);
    return summary.outcome();
  }

  private void solve(Summary summary, Input input, Inquiry inquiry, SourceModule module) {
    for (int round = 0; round < ROUNDS; round++) {
      summary.setRecursive(false);
      int asked = inquiry.questions();
      var state = new State(input.locals(), IntMap.empty(), Facts.NONE);
      Outcome outcome = new Frame(this, input.routine(), module, input.owner(), state, inquiry).run();
      // A recursive call that was taken for the same input may turn out to be none when more is asked.
      boolean stable = outcome.equals(summary.outcome()) && inquiry.questions() == asked;
      summary.setOutcome(outcome);
      if (!summary.isRecursive() || stable) {
        return;
      }
    }
    cut(input.routine(), "its recursion does not settle");
  }

  /** What is assumed of a call that is not followed: the result carries what went in. */
  private static Outcome unknown(Input input) {
    Taints[] all = {Taints.NONE};
    input.locals().forEach((local, value) -> all[0] = all[0].and(value.taints()));
    return new Outcome(true, Value.tainted(all[0].map(Taint::hop)), Value.NONE, IntMap.empty(), Facts.NONE, Set.of(),
        Set.of());
  }

  // Modules

  /** Instructions followed in the last run of a module's top level. */
  int workOfModule() {
    return workOfModule;
  }

  /** Runs the top level of {@code module} and keeps what it leaves in the objects that all see. */
  Outcome runTopLevel(SourceModule module) {
    bound();
    int before = depth;
    int used = lowestUsed;
    int spent = work;
    work = MOST_WORK - MOST_WORK_OF_MODULE;
    var state = new State(IntMap.empty(), IntMap.empty(), Facts.NONE);
    Outcome outcome = new Frame(this, module.body(), module, Value.NONE, state, Surroundings.NONE).run();
    depth = before;
    workOfModule = work - (MOST_WORK - MOST_WORK_OF_MODULE);
    work = spent;
    lowestUsed = used;
    keep(outcome.heap(), false);
    if (depth == 0) {
      // They hold copies of what the module had so far, and what it has is now another.
      forget();
    }
    return outcome;
  }

  /** Keeps the objects of modules in {@code heap} and all that they reach; whether that changed anything. */
  boolean keep(IntMap<Thing> heap, boolean join) {
    Map<Integer, Integer> moved = new HashMap<>();
    Deque<Integer> pending = new ArrayDeque<>();
    boolean[] changed = {false};
    heap.forEach((id, thing) -> {
      if (id >= State.GLOBAL) {
        Thing kept = moved(thing, heap, moved, pending);
        Thing old = global(id);
        Thing next = join && globals.containsKey(id) ? old.or(kept) : kept;
        changed[0] |= !next.equals(old);
        globals.put(id, next);
      }
    });
    while (!pending.isEmpty()) {
      int id = pending.poll();
      Thing kept = moved(heap.get(id, Frame.NO_THING), heap, moved, pending);
      int target = Objects.requireNonNull(moved.get(id));
      globals.put(target, kept);
      if (kept.kind() instanceof Thing.Kind.ClassThing) {
        classes.add(target, kept);
      }
    }
    return changed[0];
  }

  /** A class keeps its id when the top level that makes it runs again. */
  private int globalId(Thing thing) {
    if (thing.kind() instanceof Thing.Kind.ClassThing(ClassDefinition definition, _)) {
      Integer known = classIds.get(definition);
      if (known == null) {
        known = nextGlobal++;
        classIds.put(definition, known);
      }
      return known;
    }
    return nextGlobal++;
  }

  private Thing moved(Thing thing, IntMap<Thing> heap, Map<Integer, Integer> moved, Deque<Integer> pending) {
    return thing.map((symbol, value) -> {
      if (value.refs().isEmpty()) {
        return value.numbered(0);
      }
      List<Ref> refs = value.refs().stream().map(ref -> {
        if (ref instanceof Ref.Thing(int id) && id < State.GLOBAL) {
          Integer target = moved.get(id);
          if (target == null) {
            target = globalId(heap.get(id, Frame.NO_THING));
            moved.put(id, target);
            pending.add(id);
          }
          return new Ref.Thing(target);
        }
        return ref;
      }).sorted().toList();
      return value.withRefs(refs).numbered(0);
    });
  }
}
