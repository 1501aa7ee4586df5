package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Categories;
import dev.slguard.code.library.Category;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Part;
import dev.slguard.code.library.Position;
import dev.slguard.code.library.Sink;
import dev.slguard.code.library.Source;
import dev.slguard.code.library.Trust;
import dev.slguard.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what reaches sinks. */
final class Sinks {
  private static final int LONGEST_SHOWN = 60;
  /** Tags what is a text for sure, and no object. */
  static final String TEXT = "text";

  private final Frame frame;
  private final Members members;
  private final Categories categories;

  Sinks(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
    this.categories = frame.analysis().categories();
  }

  void check(List<Sink> sinks, CallSite site) {
    Set<String> hit = new HashSet<>();
    for (Sink sink : sinks) {
      Optional<Category> category = categories.category(sink.category());
      if (category.isPresent() && Conditions.hold(sink.conditions(), site)) {
        if (category.get().labels().contains(Label.LITERAL)) {
          literal(category.get(), sink, site);
        }
        for (Position position : sink.positions()) {
          for (Arguments.Arg arg : site.each(position)) {
            check(category.get(), sink, position, arg, name(sink, site), hit);
          }
        }
      }
    }
  }

  /**
   * Reports a constant for which all conditions hold, or the call itself at the position {@code return}: the sink is
   * about what is written, not about who sent it. A sink without conditions is about labels only.
   */
  private void literal(Category category, Sink sink, CallSite site) {
    for (Position position : sink.positions()) {
      boolean call = position.root() == Position.Root.RESULT;
      if (!call && sink.conditions().isEmpty()) {
        continue;
      }
      List<Arguments.Arg> args = call ? List.of(new Arguments.Arg(Value.NOTHING, site.at())) : site.each(position);
      for (Arguments.Arg arg : args) {
        boolean fallback = !call && category.name().equals(Literals.CATEGORY) && isFallback(arg.value());
        if (fallback || members.isConstant(arg.value())) {
          Hit hit = literal(category, sink, arg, site);
          frame.hit(fallback ? hit.weighing(Level.LOW) : hit);
          return;
        }
      }
    }
  }

  /** Whether a text of the program stands in where a setting is missing. */
  private static boolean isFallback(Value value) {
    return value.isOpen() && value.refs().isEmpty() && !value.constants().isEmpty()
        && value.taints().items().stream().allMatch(taint -> taint.origin().label() == Label.SECRET);
  }

  private Hit literal(Category category, Sink sink, Arguments.Arg arg, CallSite site) {
    String name = name(sink, site);
    Optional<String> text = arg.value().constants().stream().filter(Constant.Text.class::isInstance)
        .map(constant -> ((Constant.Text) constant).value()).findFirst();
    if (category.name().equals(Literals.CATEGORY)) {
      String secret = text.orElse("constant");
      Span at = frame.analysis().literals().place(frame.module(), frame.library(), secret, arg.at()).orElse(arg.at());
      return Literals.hit(secret, name, sink.weight(), at);
    }
    String shown = text.filter(written -> !written.isEmpty() && written.length() <= LONGEST_SHOWN).orElse("constant");
    var origin = new Origin.Point(Label.LITERAL, Trust.SERVICE, shown, arg.at());
    return new Hit(category.name(), sink.weight(), name, arg.at(), Taint.at(origin, Trace.EMPTY), sink.part());
  }

  /** Reports what of an argument counts; one place is reported once a category, by the first position that finds it. */
  private void check(Category category, Sink sink, Position position, Arguments.Arg arg, String name, Set<String> hit) {
    long mask = categories.mask(category.name());
    long required = categories.mask(sink.requires());
    Set<String> found = new HashSet<>();
    for (Taint taint : counting(sink.part(), arg.value(), mask).items()) {
      if ((taint.cleared() & (mask | required)) == required && mayCount(category, taint.origin().label())
          && !isBehind(category, taint, arg.value())) {
        Span at = entered(taint, position).orElse(arg.at());
        String key = category.name() + at;
        if (!hit.contains(key)) {
          var step = new Flow.Step(Flow.Step.Kind.SINK, arg.at(), name);
          frame.hit(
              new Hit(category.name(), sink.weight(), name, at, taint.with(taint.trace().then(step)), sink.part()));
          found.add(key);
        }
      }
    }
    hit.addAll(found);
  }

  /** Whether a constant text in front makes what follows harmless: a folder before a name without parent steps. */
  private boolean isBehind(Category category, Taint taint, Value value) {
    return category.harmlessBehind().filter(tag -> (taint.cleared() & categories.mask(tag)) != 0).isPresent()
        && value.hasParts() && switch (value.parts().getFirst()) {
          case TextPart.Literal(String text) -> !text.isEmpty();
          case TextPart.Hole(Taints taints) ->
            taints.isEmpty() && value.parts().size() > 1 && value.parts().get(1) instanceof TextPart.Literal;
        };
  }

  /** Where a value entered the object that a sink is given: there, not at the call, the cure goes. */
  private static Optional<Span> entered(Taint taint, Position position) {
    List<String> keys = position.members();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    for (Flow.Step step : taint.trace().steps().reversed()) {
      boolean wanted = keys.getLast().equals("*") || keys.contains(step.detail());
      if (step.kind() == Flow.Step.Kind.STORE && wanted) {
        return Optional.of(step.at());
      }
    }
    return Optional.empty();
  }

  private static String name(Sink sink, CallSite site) {
    return sink.note().isEmpty() ? site.path() : sink.note();
  }

  /** Reports one label of {@code value} with a place of its own. */
  void checkOnly(Category category, Sink sink, Value value, Taint wanted, Span at) {
    long mask = categories.mask(category.name());
    boolean counts = counting(sink.part(), value, mask).items().contains(wanted);
    if (counts && (wanted.cleared() & mask) == 0 && mayCount(category, wanted.origin().label())) {
      var step = new Flow.Step(Flow.Step.Kind.SINK, at, sink.note());
      frame.hit(new Hit(category.name(), sink.weight(), sink.note(), at, wanted.with(wanted.trace().then(step)),
          sink.part()));
    }
  }

  /** A field of the event may turn out to hold a secret by its name, which only the entry point can tell. */
  private static boolean mayCount(Category category, Label label) {
    return category.labels().contains(label) || label == Label.UNTRUSTED && category.labels().contains(Label.SECRET);
  }

  private Taints counting(Part part, Value value, long mask) {
    return switch (part) {
      case ANY -> itself(value);
      case DEEP -> members.deepTaints(value).and(whole(value));
      case OBJECT -> asObject(value);
      case KEY -> keys(value);
      case START -> start(value, mask);
      case HOST -> host(value, mask);
      case PROGRAM -> program(value, mask);
      case MARKUP -> markup(value);
    };
  }

  /** What a text carries, or a member that was read as one; an object would not be sent as markup. */
  private Taints markup(Value value) {
    Taints all = itself(value);
    if (value.hasParts()) {
      return all;
    }
    Taints texts = Taints.NONE;
    for (Taint taint : all.items()) {
      boolean inside = taint.origin() instanceof Origin.Point point && point.trust() == Trust.INTERNAL;
      boolean read = !inside && taint.hops() == 0 && (taint.path().length() > 1 || !taint.exact());
      texts = read ? texts.and(Taints.of(taint)) : texts;
    }
    return texts;
  }

  /** What a library's object carries if it goes out as a whole: all environment variables. */
  private Taints whole(Value value) {
    Taints all = Taints.NONE;
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Foreign(String path)) {
        for (Source source : frame.library().call(path + ".<whole>").sources()) {
          var origin = new Origin.Point(source.label(), source.trust(), source.kind(), frame.routine().at());
          all = all.and(Taints.of(Taint.at(origin, Trace.EMPTY)));
        }
      }
    }
    return all;
  }

  /** What the value itself carries, not its members; a text that grows is its content. */
  private Taints itself(Value value) {
    Taints all = value.taints();
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        all = switch (thing.kind()) {
          case Thing.Kind.Buffer _ -> all.and(thing.members().get(Symbols.CONTENT, Value.NONE).taints());
          case Thing.Kind.Foreign _ -> all.and(thing.rest().taints());
          case Thing.Kind.Dictionary _,Thing.Kind.Instance _ ->
            thing.length() == Thing.UNKNOWN_LENGTH || thing.kind() instanceof Thing.Kind.Instance
                ? all.and(thing.rest().taints())
                : all;
          case Thing.Kind.Listing _,Thing.Kind.Collection _,Thing.Kind.Cell _,Thing.Kind.Closure _,Thing.Kind.ClassThing _,Thing.Kind.Namespace _,Thing.Kind.ForeignMethod _ ->
            all;
        };
      }
    }
    return all;
  }

  /** What a value carries that may be an object as a whole: not a text made here. */
  private Taints asObject(Value value) {
    if (value.hasParts()) {
      return Taints.NONE;
    }
    Taints all = Taints.NONE;
    for (Taint taint : itself(value).items()) {
      all = (taint.cleared() & categories.mask(TEXT)) != 0 ? all : all.and(Taints.of(taint));
    }
    return all;
  }

  private Taints keys(Value value) {
    Taints all = Taints.NONE;
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        all = all.and(members.keys(frame.thing(id)).taints());
      }
    }
    return all;
  }

  private List<TextPart> parts(Value value) {
    if (value.hasParts()) {
      return value.parts();
    }
    Value text = value.refs().isEmpty() ? value : Value.tainted(itself(value));
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        Value content = thing.kind() instanceof Thing.Kind.Buffer
            || thing.kind() instanceof Thing.Kind.Foreign && thing.members().has(Symbols.CONTENT)
                ? thing.members().get(Symbols.CONTENT, Value.NONE)
                : Value.NONE;
        text = content.isNone() ? text : content;
      }
    }
    return text.parts();
  }

  private Taints start(Value value, long mask) {
    List<TextPart> parts = parts(value);
    return Texts.firstTainted(parts, mask) == 0 ? Texts.carried(parts.subList(0, 1)) : Taints.NONE;
  }

  /** What stands before the end of the host: {@code scheme://user@host:port} up to the first slash after it. */
  private Taints host(Value value, long mask) {
    List<TextPart> parts = parts(value);
    int first = Texts.firstTainted(parts, mask);
    if (first < 0) {
      return Taints.NONE;
    }
    StringBuilder before = new StringBuilder();
    boolean unknownBefore = false;
    for (TextPart part : parts.subList(0, first)) {
      switch (part) {
        case TextPart.Literal(String text) -> before.append(text);
        case TextPart.Hole _ -> {
          unknownBefore = true;
          before.append('\uFFFC');
        }
      }
    }
    return hostIsFixed(before.toString(), unknownBefore) ? Taints.NONE : Texts.carried(parts.subList(first, first + 1));
  }

  /** Whether a text that begins with {@code before} goes to a host that what follows cannot change. */
  static boolean hostIsFixed(String before, boolean unknownBefore) {
    int scheme = before.indexOf("://");
    if (scheme < 0) {
      // A base address from elsewhere, or a path on the same host.
      return before.indexOf('/') > 0 && before.indexOf(':') < 0 || unknownBefore && before.length() > 1
          || before.startsWith("/") && before.length() > 1 && before.charAt(1) != '/' && before.charAt(1) != '\\';
    }
    for (int i = scheme + 3; i < before.length(); i++) {
      if ("/?#".indexOf(before.charAt(i)) >= 0) {
        return i > scheme + 3;
      }
    }
    return false;
  }

  /** What stands in the first word of a command line. */
  private Taints program(Value value, long mask) {
    List<TextPart> parts = parts(value);
    int first = Texts.firstTainted(parts, mask);
    if (first < 0) {
      return Taints.NONE;
    }
    for (TextPart part : parts.subList(0, first)) {
      if (part instanceof TextPart.Literal(String text)
          && text.stripLeading().chars().anyMatch(Character::isWhitespace)) {
        return Taints.NONE;
      }
    }
    return Texts.carried(parts.subList(first, first + 1));
  }
}
