package dev.slguard.code.flow;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.Flow;
import dev.slguard.code.Use;
import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.ir.Terminator;
import dev.slguard.code.library.Category;
import dev.slguard.code.library.EventFields;
import dev.slguard.code.library.HandlerStyle;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Libraries;
import dev.slguard.code.library.Library;
import dev.slguard.code.library.Part;
import dev.slguard.code.library.Trust;
import dev.slguard.model.EventShape;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The run of one entry point: calls its handler with an event and turns what is hit into flows. */
final class EntryRun {
  /** Marks calls that hand the event to the code of the project that a framework finds by itself. */
  private static final String CONTAINER = "container";
  private static final HandlerStyle BEAN = new HandlerStyle(Set.of(), Set.of(), Set.of(), Map.of(), "body", Set.of(),
      Map.of(), false);

  private final Analysis analysis;
  private final EntryPoint entry;
  private final Set<Hit> hits = new LinkedHashSet<>();
  private final Set<UseAt> uses = new LinkedHashSet<>();
  private Optional<SourceModule> module = Optional.empty();
  private Optional<Span> handler = Optional.empty();
  private boolean resolved;
  private boolean changedModules;

  EntryRun(Analysis analysis, EntryPoint entry) {
    this.analysis = analysis;
    this.entry = entry;
  }

  EntryPoint entry() {
    return entry;
  }

  boolean isResolved() {
    return resolved;
  }

  /** Whether the run left something in the variables of modules that other runs may read. */
  boolean changedModules() {
    return changedModules;
  }

  void run() {
    module = analysis.imports().module(entry.file());
    module.ifPresent(this::run);
  }

  private void run(SourceModule source) {
    Value exported = analysis.imports().exported(source);
    var frame = new Frame(analysis, caller(source.body().at()), source, Value.NONE,
        new State(IntMap.empty(), IntMap.empty(), Facts.NONE), Surroundings.NONE);
    var members = new Members(frame);
    var calls = new Calls(frame, members);
    Value target = exported;
    Value receiver = Value.NONE;
    for (String name : entry.symbol().replace("::", ".").split("\\.")) {
      Value next = find(frame, calls, members, target, name);
      if (!next.refs().isEmpty()) {
        receiver = target;
        target = next;
      } else if (!isPackage(exported, target)) {
        return;
      }
    }
    if (target.refs().equals(exported.refs())) {
      Value served = new Conventions(analysis).application(source);
      target = served.isNone() ? target : served;
    }
    if (target.refs().equals(exported.refs()) && !isCallable(frame, target)) {
      return;
    }
    resolved = true;
    call(frame, calls, target, receiver);
    boolean contained = Stream.concat(frame.uses().stream(), analysis.imports().uses(source).stream())
        .anyMatch(use -> use.kind().equals(CONTAINER));
    if (contained) {
      new FrameworkCalls(analysis, entry).all(frame, calls);
      hits.addAll(analysis.imports().allHits());
    }
    new Responses(frame, members).check(entry, frame.thrownHere());
    hits.addAll(frame.hits());
    uses.addAll(frame.uses());
    hits.addAll(analysis.imports().hits(source));
    for (SourceModule each : analysis.imports().reached(source)) {
      hits.addAll(analysis.literals().hits(each, analysis.library(each.language())));
    }
    uses.addAll(analysis.imports().uses(source));
    changedModules = analysis.keep(frame.state().heap(), true);
  }

  /** The packages in front of a class name are no members of its module. */
  private static boolean isPackage(Value exported, Value target) {
    return target.equals(exported);
  }

  private static boolean isCallable(Frame frame, Value value) {
    return value.refs().stream()
        .anyMatch(ref -> !(ref instanceof Ref.Thing(int id)) || frame.thing(id).kind() instanceof Thing.Kind.Closure);
  }

  private static Value find(Frame frame, Calls calls, Members members, Value target, String name) {
    Value found = Value.NONE;
    for (Ref ref : target.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        Value own = thing.members().get(frame.analysis().symbols().of(name), Value.NONE);
        found = found.or(own.isNone() && thing.kind() instanceof Thing.Kind.ClassThing
            ? calls.classes().member(Value.of(ref), name).orElse(Value.NONE)
            : own);
        if (own.isNone() && thing.kind() instanceof Thing.Kind.Instance) {
          found = found.or(members.get(Value.of(ref), Value.of(Constant.text(name)), frame.routine().at(), calls));
        }
      }
    }
    return found;
  }

  private void call(Frame frame, Calls calls, Value target, Value receiver) {
    Value function = target;
    Value self = Value.NONE;
    for (Ref ref : target.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.ClassThing) {
        self = FrameworkCalls.construct(frame, calls, target);
        function = frame.library().protocol("handle").stream().map(name -> calls.classes().member(target, name))
            .flatMap(Optional::stream).findFirst().orElse(target);
      } else if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure) {
        handler = Optional.of(closure.routine().at());
        boolean method = closure.routine().kind() == Routine.Kind.METHOD && receiver.refs().stream().anyMatch(
            each -> each instanceof Ref.Thing(int owner) && frame.thing(owner).kind() instanceof Thing.Kind.ClassThing);
        if (method) {
          self = FrameworkCalls.construct(frame, calls, receiver);
        }
      }
    }
    Value type = receiver.isNone() ? target : receiver;
    Arguments given = arguments(frame, calls, function, type);
    annotated(frame, calls, function, given);
    Value result = calls.apply(function, self, given, frame.routine().at());
    frame.revive();
    answered(frame, calls, function, type, result);
    frame.setResult(made(frame, calls, function, type, result));
  }

  private void answered(Frame frame, Calls calls, Value function, Value type, Value result) {
    for (Ref ref : function.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure) {
        FrameworkCalls.style(frame.library().handlers(), closure.routine(), calls.classes(), type).ifPresent(
            style -> new FrameworkCalls(analysis, entry).answered(frame, style, closure.routine(), type, result));
      }
    }
  }

  /** An annotation of the handler may do something with the event before the handler does. */
  private static void annotated(Frame frame, Calls calls, Value function, Arguments given) {
    for (Ref ref : function.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure) {
        for (Annotation annotation : closure.routine().annotations()) {
          Map<String, Arguments.Arg> keywords = new java.util.LinkedHashMap<>();
          annotation.arguments().forEach((name, values) -> values.stream().limit(1)
              .forEach(value -> keywords.put(name, new Arguments.Arg(Value.of(value), annotation.at()))));
          List<Arguments.Arg> event = given.positional().stream().limit(1)
              .map(arg -> new Arguments.Arg(arg.value(), annotation.at())).toList();
          calls.library().annotation(annotation.name(), new Arguments(event, keywords, Value.NONE), annotation.at());
        }
      }
    }
  }

  /** A method without parameters, or one whose style says so, may make the function that takes the event. */
  private Value made(Frame frame, Calls calls, Value function, Value type, Value result) {
    boolean makes = function.refs().stream().anyMatch(
        ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure
            && (closure.routine().parameters().isEmpty()
                || FrameworkCalls.style(frame.library().handlers(), closure.routine(), calls.classes(), type)
                    .filter(style -> !style.returns().isEmpty()).isPresent()));
    if (!makes || result.refs().size() != 1 || !(result.refs().getFirst() instanceof Ref.Thing(int id))) {
      return result;
    }
    Value all = result;
    if (frame.thing(id).kind() instanceof Thing.Kind.Closure closure && !closure.routine().parameters().isEmpty()) {
      var framework = new FrameworkCalls(analysis, entry);
      all = calls.apply(result, Value.NONE, framework.arguments(frame, BEAN, closure), frame.routine().at());
      frame.revive();
    }
    return all;
  }

  private Arguments arguments(Frame frame, Calls calls, Value function, Value type) {
    boolean typed = false;
    List<HandlerStyle> styles = frame.library().handlers();
    for (Ref ref : function.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure) {
        handler = Optional.of(closure.routine().at());
        Optional<HandlerStyle> style = FrameworkCalls.style(styles, closure.routine(), calls.classes(), type);
        if (style.isPresent()) {
          return new FrameworkCalls(analysis, entry).arguments(frame, style.get(), closure);
        }
        List<Parameter> parameters = closure.routine().parameters();
        typed = !parameters.isEmpty() && closure.routine().variable(parameters.getFirst().local()).type().isPresent();
      }
    }
    Value event = typed ? Value.tainted(Taints.of(Taint.at(new Origin.Event(), Trace.EMPTY))) : analysis.event(frame);
    List<Value> values = List.of(event, Value.of(new Ref.Foreign("lambda.context")).opened(),
        Value.of(new Ref.Foreign("lambda.callback")));
    return Arguments.of(values, frame.routine().at());
  }

  private static Routine caller(Span at) {
    var block = new Block(List.of(), new Terminator.Return(Constant.nothing(), at), Block.NO_HANDLER);
    return new Routine("<entry>", Routine.Kind.FUNCTION, false, false, Optional.empty(), List.of(), List.of(),
        List.of(), Optional.empty(), List.of(), List.of(block), at);
  }

  // Flows

  List<Flow> flows(Libraries libraries) {
    EventFields fields = libraries.event(EventFields.key(entry.shape().name()));
    Library library = libraries.of(module.map(SourceModule::language).orElse(""));
    List<Flow> flows = new ArrayList<>();
    for (Hit hit : hits) {
      flow(hit, fields, library, libraries).ifPresent(flows::add);
    }
    return flows;
  }

  private Optional<Flow> flow(Hit hit, EventFields fields, Library library, Libraries libraries) {
    Category category = libraries.categories().category(hit.category()).orElseThrow();
    Taint taint = hit.taint();
    if ((hit.part() == Part.HOST || hit.part() == Part.START) && taint.hops() > 0) {
      // Where a value stands in what an unknown call made of it, nobody knows.
      return Optional.empty();
    }
    return switch (taint.origin()) {
      case Origin.Event _ -> {
        Trust trust = fields.trust(taint.path());
        Label label = category.labels().contains(Label.UNTRUSTED) ? Label.UNTRUSTED : Label.SECRET;
        boolean counts = label == Label.UNTRUSTED
            ? trust != Trust.SERVICE && !(hit.part() == Part.OBJECT && fields.isText(taint.path()))
            : fields.isSecret(taint.path()) || isWhole(taint, fields) || namesSecret(taint.path(), library);
        boolean petty = !category.secondOrder() && trust == Trust.INTERNAL && hit.weight() == Level.LOW;
        yield counts && category.ofEvent() && !petty
            ? Optional.of(flow(label == Label.SECRET && isWhole(taint, fields) ? hit.weighing(Level.LOW) : hit, label,
                trust, name(taint.path())))
            : Optional.empty();
      }
      case Origin.Point point when isSentSecret(point, taint, category, library) ->
        Optional.of(flow(hit, Label.SECRET, point.trust(), name(taint.path())));
      case Origin.Point point -> category.labels().contains(point.label()) && counts(point, taint, category, library)
          ? Optional.of(flow(hit, point.label(), point.trust(), point.kind()))
          : Optional.empty();
      case Origin.Slot _ -> Optional.empty();
    };
  }

  /** Whether this is the whole event or a part of it, credentials and all. */
  private boolean isWhole(Taint taint, EventFields fields) {
    return entry.shape() != EventShape.UNKNOWN && taint.hops() == 0
        && (taint.path().isEmpty() ? fields.hasSecrets() : fields.holdsSecrets(taint.path()));
  }

  /** Whether the sender of a request hands a secret in: a password in its body. */
  private static boolean isSentSecret(Origin.Point point, Taint taint, Category category, Library library) {
    return category.labels().contains(Label.SECRET) && category.ofEvent() && point.label() == Label.UNTRUSTED
        && taint.hops() == 0 && namesSecret(taint.path(), library);
  }

  private static boolean namesSecret(String path, Library library) {
    int slash = path.lastIndexOf('/');
    return slash >= 0 && library.namesSecret(path.substring(slash + 1), false);
  }

  /** Whether a label from the program counts: what a secret or an error became in unknown calls is mostly neither. */
  private static boolean counts(Origin.Point point, Taint taint, Category category, Library library) {
    return switch (point.label()) {
      case SECRET -> taint.hops() < 2 && !isHarmless(taint.path(), library);
      case EXCEPTION ->
        taint.hops() < 1 && List.of(taint.path().split("/", -1)).stream().noneMatch(library::isHarmlessOfError);
      case LLM, LITERAL -> true;
      case PREDICTABLE -> taint.hops() < 1;
      case UNTRUSTED -> category.secondOrder() || point.trust() != Trust.INTERNAL;
    };
  }

  private static boolean isHarmless(String path, Library library) {
    int slash = path.lastIndexOf('/');
    return slash >= 0 && library.isHarmlessMember(path.substring(slash + 1));
  }

  private static String name(String path) {
    return path.isEmpty()
        ? "event"
        : path.substring(1).replace("/$", "").replace('/' + Steps.CHOSEN, "").replace('/' + EventFields.KEYS, "")
            .replace('/', '.');
  }

  private Flow flow(Hit hit, Label label, Trust trust, String sourceName) {
    Trust effective = trust == Trust.ANYONE && entry.authenticated() ? Trust.USER : trust;
    Level confidence = entry.confidence();
    for (int i = 0; i < hit.taint().hops(); i++) {
      confidence = confidence.lower();
    }
    // The message of an error tells less than its stack.
    boolean message = label == Label.EXCEPTION && sourceName.equals("exception");
    Level weight = message ? Level.LOW : hit.weight();
    return new Flow(hit.category(), label, effective, sourceName, hit.sinkName(), weight, confidence, entry,
        steps(hit, sourceName));
  }

  private List<Flow.Step> steps(Hit hit, String sourceName) {
    List<Flow.Step> all = hit.taint().trace().steps();
    boolean point = hit.taint().origin() instanceof Origin.Point;
    int start = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).kind() == Flow.Step.Kind.SOURCE && (!point || start == 0)) {
        start = i;
        if (point) {
          break;
        }
      }
    }
    List<Flow.Step> steps = new ArrayList<>();
    boolean hasSource = !all.isEmpty() && all.get(start).kind() == Flow.Step.Kind.SOURCE;
    dev.slguard.source.Span begin = hasSource
        ? all.get(start).at()
        : hit.taint().origin() instanceof Origin.Point it ? it.at() : handler.orElse(hit.at());
    steps.add(new Flow.Step(Flow.Step.Kind.SOURCE, begin, sourceName));
    for (Flow.Step step : all.subList(hasSource ? start + 1 : start, all.size())) {
      if (step.kind() != Flow.Step.Kind.SOURCE && step.kind() != Flow.Step.Kind.SINK
          && !step.at().equals(steps.getLast().at())) {
        steps.add(step);
      }
    }
    steps.add(new Flow.Step(Flow.Step.Kind.SINK, hit.at(), hit.sinkName()));
    return steps;
  }

  // Uses

  List<Use> uses() {
    List<Use> found = new ArrayList<>();
    for (UseAt use : uses) {
      if (use.kind().equals(CONTAINER)) {
        continue;
      }
      var arguments = new TreeMap<String, Use.Text>();
      use.arguments().forEach((name, value) -> arguments.put(name, text(value)));
      found.add(new Use(use.kind(), use.name(), arguments, entry, entry.confidence(), use.at()));
    }
    return found;
  }

  private static Use.Text text(Value value) {
    List<Use.Part> parts = new ArrayList<>();
    for (TextPart part : value.parts()) {
      parts.add(switch (part) {
        case TextPart.Literal(String text) -> new Use.Part.Literal(text);
        case TextPart.Hole(Taints taints) -> taints.items().stream()
            .filter(taint -> taint.origin() instanceof Origin.Event)
            .findFirst().<Use.Part>map(taint -> new Use.Part.Field(name(taint.path()))).orElse(new Use.Part.Unknown());
      });
    }
    return new Use.Text(parts);
  }
}
