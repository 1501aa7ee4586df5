package dev.slguard.code.flow;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.Flow;
import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.Terminator;
import dev.slguard.code.library.Category;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Part;
import dev.slguard.code.library.Sink;
import dev.slguard.model.EventShape;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a handler returns goes to whoever called: markup, redirects, secrets. */
final class Responses {
  private static final Set<EventShape> ANSWERED = Set.of(EventShape.REST_API, EventShape.HTTP_API_V1,
      EventShape.HTTP_API_V2, EventShape.FUNCTION_URL, EventShape.ALB, EventShape.CLOUDFRONT, EventShape.APPSYNC,
      EventShape.UNKNOWN);
  private static final Set<EventShape> AUTHORIZERS = Set.of(EventShape.AUTHORIZER_TOKEN,
      EventShape.AUTHORIZER_REQUEST_V1, EventShape.AUTHORIZER_REQUEST_V2);
  /** What the answer of an authorizer says about who calls. */
  private static final List<String> IDENTITY = List.of("principalId", "context", "usageIdentifierKey");
  /** What reports that something leaves that should not. */
  static final String LEAK = "sensitive-data-exfiltration";
  private static final List<String> BODY = List.of("body", "setBody", "withBody");
  private static final List<String> HEADERS = List.of("headers", "setHeaders", "withHeaders", "multiValueHeaders",
      "setMultiValueHeaders", "withMultiValueHeaders");

  private final Frame frame;
  private final Members members;
  private final Sinks sinks;

  Responses(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
    this.sinks = new Sinks(frame, members);
  }

  void check(EntryPoint entry, Value thrown) {
    if (AUTHORIZERS.contains(entry.shape())) {
      for (Ref ref : frame.result().refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          report("tainted-aws-resource", Part.DEEP, member(frame.thing(id), IDENTITY));
        }
      }
    }
    if (!ANSWERED.contains(entry.shape())) {
      return;
    }
    Value result = frame.result();
    boolean hasBody = false;
    for (Ref ref : result.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing response = frame.thing(id);
        Value body = member(response, BODY);
        Value headers = member(response, HEADERS);
        hasBody |= !body.isNone();
        if (!body.isNone()) {
          report(LEAK, Part.DEEP, body);
        }
        headers(body, headers);
      }
    }
    if (!hasBody) {
      // What a function returns to a caller inside may tell of errors.
      Value answer = entry.shape() == EventShape.UNKNOWN
          ? Value.tainted(withoutErrors(members.deepTaints(result)))
          : result;
      report(LEAK, Part.DEEP, answer);
    }
    report(LEAK, Part.ANY, entry.shape() == EventShape.UNKNOWN ? Value.NONE : thrown.clean().withRefs(List.of()));
  }

  private static Taints withoutErrors(Taints taints) {
    return taints.without(Label.EXCEPTION);
  }

  /**
   * Judges what a function returns to a framework that sends a text as it is; of several values the first counts. A
   * value that came in with the call is reported where {@code routine} returns.
   */
  void answer(String category, Value returned, Optional<Routine> routine) {
    Value body = returned;
    for (Ref ref : returned.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Listing) {
        body = frame.thing(id).members().get(frame.analysis().symbols().of("0"), Value.NONE);
      }
    }
    if (category.equals(LEAK)) {
      report(category, Part.DEEP, body, routine);
    } else if (body.refs().isEmpty() && body.taints().items().stream().allMatch(taint -> taint.hops() == 0)) {
      report(category, Part.ANY, body, routine);
    }
  }

  /** Where {@code routine} returns something from {@code line} on. */
  private static Optional<Span> returns(Routine routine, int line) {
    return routine.blocks().stream().map(Block::end)
        .filter(end -> end instanceof Terminator.Return(Operand value, _) && value instanceof Local)
        .map(end -> ((Terminator.Return) end).at()).filter(at -> at.line() >= line).findFirst();
  }

  /** Judges what {@code routine} returns to a framework that sends it as {@code type}. */
  void answer(Value type, Value returned, Routine routine) {
    if (isMarkup(type)) {
      Span at = routine.blocks().stream().map(Block::end).filter(Terminator.Return.class::isInstance)
          .map(end -> ((Terminator.Return) end).at()).reduce((first, last) -> last).orElse(routine.at());
      Category category = frame.analysis().categories().category("xss-reflected").orElseThrow();
      for (Taint taint : returned.taints().items()) {
        sinks.checkOnly(category,
            new Sink(category.name(), List.of(), Part.ANY, List.of(), Level.HIGH, "response", Set.of()), returned,
            taint, at);
      }
    }
  }

  /** Judges the parts of a response object given to a callback or a framework. */
  void check(Value response) {
    for (Ref ref : response.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        headers(member(frame.thing(id), BODY), member(frame.thing(id), HEADERS));
      }
    }
  }

  private void headers(Value body, Value headers) {
    Value type = header(headers, "content-type");
    if (!body.isNone() && isMarkup(type)) {
      report("xss-reflected", Part.DEEP, body);
    }
    Value location = header(headers, "location");
    if (!location.isNone()) {
      report("open-redirect", Part.HOST, location);
    }
  }

  private Value member(Thing thing, List<String> names) {
    Value found = Value.NONE;
    for (String name : names) {
      found = found.or(thing.members().get(frame.analysis().symbols().of(name), Value.NONE));
    }
    return found;
  }

  private Value header(Value headers, String wanted) {
    Value[] found = {Value.NONE};
    for (Ref ref : headers.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        frame.thing(id).members().forEach((symbol, value) -> {
          if (frame.analysis().symbols().name(symbol).toLowerCase(Locale.ROOT).equals(wanted)) {
            found[0] = found[0].or(first(value));
          }
        });
      }
    }
    return found[0];
  }

  /** The value of a header; of several values, or of Lambda@Edge's list of pairs, any. */
  private Value first(Value value) {
    Value any = Value.NONE;
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Value item = members.any(frame.thing(id));
        Value inner = Value.NONE;
        for (Ref pair : item.refs()) {
          if (pair instanceof Ref.Thing(int pairId)) {
            inner = inner.or(frame.thing(pairId).members().get(frame.analysis().symbols().of("value"), Value.NONE));
          }
        }
        any = any.or(inner.isNone() ? item : inner);
      }
    }
    return any.isNone() ? value : any;
  }

  /** The last step of a flow, or where {@code routine} returns what it was called with. */
  private Span last(Taint taint, Optional<Routine> routine) {
    List<Flow.Step> steps = taint.trace().steps();
    Span at = steps.isEmpty() ? frame.routine().at() : steps.getLast().at();
    boolean inside = routine.isEmpty()
        || at.file().equals(routine.get().at().file()) && at.line() >= routine.get().at().line();
    return routine.isEmpty() ? at : returns(routine.get(), inside ? at.line() : 0).orElse(at);
  }

  private static boolean isMarkup(Value type) {
    for (TextPart part : type.parts()) {
      if (part instanceof TextPart.Literal(String text)) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (plain.contains("html") || plain.contains("svg") || plain.contains("xml")) {
          return true;
        }
      }
    }
    return type.constants().stream()
        .anyMatch(constant -> constant.toString().toLowerCase(Locale.ROOT).contains("html"));
  }

  private void report(String name, Part part, Value value) {
    report(name, part, value, Optional.empty());
  }

  private void report(String name, Part part, Value value, Optional<Routine> returned) {
    Optional<Category> category = frame.analysis().categories().category(name);
    if (category.isPresent() && !value.isNone()) {
      var sink = new Sink(name, List.of(), part, List.of(), Level.HIGH, "response", Set.of());
      Value checked = value;
      for (Taint taint : members.deepTaints(value).items()) {
        Span at = taint.trace().steps().reversed().stream().filter(step -> step.kind() == Flow.Step.Kind.STORE)
            .map(Flow.Step::at).findFirst().orElseGet(() -> last(taint, returned));
        sinks.checkOnly(category.get(), sink, checked, taint, at);
      }
    }
  }
}
