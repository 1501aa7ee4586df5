package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Position;
import dev.slguard.code.library.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Computes what {@link dev.slguard.code.library.Transform}s do with texts. */
final class TextTransforms {
  /** So many characters of a secret tell nothing. */
  private static final int SHOWN = 4;
  private static final int MOST_LEADING = 8;
  /** What a split without a separator cuts at. */
  private static final String WORDS = " ";

  private final Members members;
  private final Formats formats;
  private final Frame frame;
  private final Containers containers;

  TextTransforms(Members members, Formats formats, Frame frame, Containers containers) {
    this.members = members;
    this.formats = formats;
    this.frame = frame;
    this.containers = containers;
  }

  Value shaped(Value value, String path) {
    Value text = members.asText(value);
    Optional<String> constant = text.constantText();
    if (constant.isPresent()) {
      String name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      String known = constant.get();
      return Value.of(Constant.text(name.contains("lower")
          ? known.toLowerCase(Locale.ROOT)
          : name.contains("upper")
              ? known.toUpperCase(Locale.ROOT)
              : name.contains("trim") || name.contains("strip") ? known.strip() : known));
    }
    return text.hasParts() ? Value.text(Texts.derived(text)) : Value.tainted(text.taints().map(Taint::derived));
  }

  Value concat(Propagation propagation, CallSite site) {
    List<TextPart> parts = new ArrayList<>();
    for (Value value : Transforms.inputs(propagation, site)) {
      parts.addAll(Texts.derived(members.asText(value)));
    }
    return Value.text(parts);
  }

  /** {@code separator.join(list)} or {@code list.join(separator)}, {@code join(separator, list)}. */
  Value join(Propagation propagation, CallSite site) {
    if (!propagation.from().isEmpty()) {
      List<Value> inputs = Transforms.inputs(propagation, site);
      return formats.join(inputs.getFirst(),
          inputs.size() > 2
              ? containers.listOfAll(inputs.subList(1, inputs.size()))
              : inputs.size() == 2 ? inputs.get(1) : Value.UNKNOWN);
    }
    Value receiver = site.receiver();
    boolean list = receiver.refs().stream().anyMatch(ref -> ref instanceof Ref.Thing);
    Value argument = site.arguments().value(0);
    return list || !receiver.hasParts() && receiver.constantText().isEmpty() && argument.refs().isEmpty()
        ? formats.join(argument.isNone() ? Value.of(Constant.text(",")) : argument, receiver)
        : formats.join(receiver, argument);
  }

  Value formatPercent(Propagation propagation, CallSite site) {
    boolean own = !site.receiver().isNone() && !site.receiver().taints().isEmpty()
        || site.receiver().constantText().isPresent() && propagation.from().isEmpty();
    Value format = own ? site.receiver() : site.arguments().value(0);
    Arguments rest = own ? site.arguments() : site.arguments().after(1);
    return formats.percent(format, rest.positional().stream().map(Arguments.Arg::value).toList(), Optional.empty());
  }

  /** Holes stay holes; what is replaced in the known characters is not worked out, but for a whole constant. */
  Value replace(CallSite site) {
    Value text = members.asText(site.receiver());
    Optional<String> constant = text.constantText();
    Optional<String> from = site.text(0);
    Optional<String> to = site.text(1);
    if (constant.isPresent() && from.isPresent() && to.isPresent() && !from.get().isEmpty()) {
      return Value.of(Constant.text(constant.get().replace(from.get(), to.get())));
    }
    List<TextPart> parts = new ArrayList<>(Texts.derived(text));
    boolean all = site.arguments().value(0).constant()
        .filter(given -> given instanceof Constant.Pattern(_, String flags) && flags.contains("g")).isPresent()
        || site.path().endsWith("replaceAll") && from.filter(Patterns::isClass).isPresent();
    long cleared = all ? clearedByReplacing(site.arguments().value(0), site.arguments().value(1)) : 0;
    if (cleared != 0) {
      return Value.tainted(Texts.carried(parts).map(taint -> taint.clear(cleared)));
    }
    Taints replacement = members.deepTaints(site.arguments().value(1)).map(Taint::derived);
    if (!replacement.isEmpty()) {
      return Value.tainted(Texts.carried(parts).and(replacement));
    }
    return text.hasParts() ? Value.text(parts) : Value.tainted(text.taints().map(Taint::derived));
  }

  /** The categories for which nothing harmful is left where every match of a pattern of one class is replaced. */
  private long clearedByReplacing(Value pattern, Value by) {
    Optional<String> to = by.constantText();
    boolean unknown = to.isEmpty() && !members.deepTaints(by).isEmpty();
    Optional<String> found = unknown ? Optional.empty() : Patterns.text(pattern);
    Optional<String> matched = found.flatMap(text -> Patterns.onlyClass(text.substring(0, text.lastIndexOf('/'))));
    if (matched.isEmpty()) {
      return 0;
    }
    var guards = new Guards(frame);
    Optional<String> left = Patterns.complement(matched.get());
    if (left.isPresent()) {
      return to.isEmpty()
          ? 0
          : guards.clearedWith(Patterns.harmfulCharacters(left.get()) + Patterns.harmfulIn(to.get()));
    }
    return guards.clearedWithout(Patterns.harmfulCharacters(matched.get()), to.orElse(""));
  }

  /** Python's {@code re.sub}: the text in the third source, its matches of the first replaced by the second. */
  Value replacePattern(Propagation propagation, CallSite site) {
    Value pattern = site.value(propagation.from().getFirst());
    Value by = site.value(propagation.from().get(1));
    Taints text = members.deepTaints(site.value(propagation.from().getLast())).map(Taint::derived);
    long cleared = clearedByReplacing(pattern, by);
    return Value.tainted(text.map(taint -> taint.clear(cleared)).and(members.deepTaints(by).map(Taint::derived)));
  }

  Value pattern(CallSite site) {
    Optional<String> text = site.text(0);
    if (text.isEmpty()) {
      return Value.tainted(site.everything().map(Taint::derived)).or(Value.of(new Ref.Foreign(site.path()))).opened();
    }
    boolean lines = false;
    for (Value given : List.of(site.arguments().value(1), site.value(Position.of("kw:flags")))) {
      lines |= given.refs().stream().anyMatch(
          ref -> ref instanceof Ref.Foreign(String path) && (path.endsWith(".M") || path.endsWith(".MULTILINE")));
    }
    return Value.of(new Constant.Pattern(text.get(), lines ? "m" : ""));
  }

  /** The pieces of the receiver between what the first argument says, or of the source between white space. */
  Value split(Propagation propagation, CallSite site) {
    boolean words = !propagation.from().isEmpty();
    Value text = members.asText(words ? Transforms.inputs(propagation, site).getFirst() : site.receiver());
    Optional<String> separator = words ? Optional.of(WORDS) : site.text(0);
    if (text.hasParts() && separator.isPresent() || text.constantText().isPresent() && separator.isPresent()) {
      boolean open = text.parts().stream()
          .anyMatch(part -> part instanceof TextPart.Hole hole && !hole.taints().isEmpty());
      if (!open) {
        List<Value> pieces = new ArrayList<>();
        Texts.split(text.parts(), separator.get()).forEach(piece -> pieces.add(Value.text(piece)));
        return containers.listOfAll(pieces);
      }
    }
    Taints pieces = text.taints().map(Taint::derived);
    if (!words) {
      // A check of all pieces is one of the text.
      frame.alias(frame.site() << 1, site.receiver(), -1);
    }
    Value list = containers.listOf(Value.tainted(pieces));
    if (words || site.arguments().all().size() <= 1) {
      leading(list, text, separator.orElse(WORDS));
    }
    if (separator.filter("/"::equals).isPresent() && list.refs().getFirst() instanceof Ref.Thing(int id)) {
      // The last piece of a path is a name.
      long path = frame.analysis().categories().mask("path-traversal");
      Value name = Value.tainted(pieces.map(taint -> taint.clear(path)));
      frame.setThing(id, frame.thing(id).with(frame.analysis().symbols().of("-1"), name));
    }
    return list;
  }

  /** The folder and the last segment of a path; the segment is a name. */
  Value splitPath(Value path) {
    Taints pieces = members.asText(path).taints().map(Taint::derived);
    long harmless = frame.analysis().categories().mask("path-traversal");
    return containers
        .listOfAll(List.of(Value.tainted(pieces), Value.tainted(pieces.map(taint -> taint.clear(harmless)))));
  }

  /** The pieces before the first hole are known wherever what fills it may be cut. */
  private void leading(Value list, Value text, String separator) {
    if (!(text.parts().getFirst() instanceof TextPart.Literal(String first))
        || !(list.refs().getFirst() instanceof Ref.Thing(int id))) {
      return;
    }
    String known = separator.equals(WORDS) ? first.stripLeading() : first;
    int from = 0;
    for (int index = 0; index < MOST_LEADING; index++) {
      int end = known.indexOf(separator, from);
      if (end < 0) {
        return;
      }
      int symbol = frame.analysis().symbols().of(Members.LEADING + index);
      frame.setThing(id, frame.thing(id).with(symbol, Value.of(Constant.text(known.substring(from, end)))));
      from = end + separator.length();
    }
  }

  Value subtext(CallSite site) {
    Value text = members.asText(site.receiver());
    Optional<String> constant = text.constantText();
    Optional<java.math.BigDecimal> from = Operations.number(site.arguments().value(0));
    if (constant.isPresent() && from.isPresent()) {
      String all = constant.get();
      int start = Math.clamp(from.get().intValue(), 0, all.length());
      boolean single = site.path().endsWith("charAt");
      int end = single
          ? Math.min(start + 1, all.length())
          : Operations.number(site.arguments().value(1)).map(n -> Math.clamp(n.intValue(), start, all.length()))
              .orElse(all.length());
      return Value.of(Constant.text(all.substring(start, end)));
    }
    Optional<java.math.BigDecimal> to = Operations.number(site.arguments().value(1));
    if (from.isPresent() && to.isPresent() && to.get().subtract(from.get()).intValue() <= SHOWN
        && site.path().endsWith("substring")) {
      var categories = frame.analysis().categories();
      long mask = categories.mask("secret-logging") | categories.mask(Responses.LEAK);
      return Value.tainted(text.taints().map(taint -> taint.derived().clear(mask)));
    }
    boolean fromStart = from.filter(n -> n.signum() == 0).isPresent();
    return fromStart && text.hasParts()
        ? Value.text(Texts.derived(text))
        : Value.tainted(text.taints().map(Taint::derived));
  }
}
