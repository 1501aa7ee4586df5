package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.library.CallModel;
import dev.slguard.code.library.Label;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operators compute, and what comparisons say about their operands. */
final class Operations {
  /** Types of errors that tell no more than what is wrong with the input. */
  private static final String INPUT_ERROR = "input-error";
  private static final int MOST_DIGITS = 18;
  private static final String TEXT_IN = "text.in";
  /** So many characters of a secret tell nothing. */
  private static final int SHOWN = 4;
  /** A text up to this long is repeated so often at most; a longer one is some text. */
  private static final int SHORT = 16;
  private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(64);

  private final Frame frame;
  private final Members members;
  private final Guards guards;
  /** Whose type a temporary holds, so that comparing it is a check of that value. */
  private final Map<Operand, Value> typeOf = new HashMap<>();

  Operations(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
    this.guards = new Guards(frame);
  }

  Value apply(Instruction.Operation it) {
    List<Operand> operands = it.operands();
    Value first = guards.subject(operands.getFirst());
    Value second = operands.size() > 1 ? guards.subject(operands.get(1)) : Value.NONE;
    return switch (it.operator()) {
      case ADD -> add(first, second);
      case SUBTRACT -> arithmetic(first, second, BigDecimal::subtract);
      case REMAINDER -> remainder(first, second);
      case ARITHMETIC -> Value.number(first, second);
      case PERCENT -> new Formats(frame, members).percent(first, second);
      case MULTIPLY -> multiply(first, second);
      case UNION -> first.refs().isEmpty() ? Value.PLAIN : first.or(second);
      case DIVIDE -> divide(first, second);
      case NEGATE -> first.isConstant() ? negated(first) : Value.PLAIN;
      case NOT -> not(first);
      case EQUAL, SAME -> equal(it, first, second, it.operator() == Operator.SAME);
      case NOT_EQUAL, NOT_SAME -> not(equal(it, first, second, it.operator() == Operator.NOT_SAME));
      case LESS -> within(first, second,
          compared(first, second, order -> order < 0).tested(ofIndex(first, second, "0").negated()));
      case LESS_EQUAL -> within(first, second, compared(first, second, order -> order <= 0));
      case GREATER -> compared(first, second, order -> order > 0)
          .tested(ofIndex(first, second, "-1").and(Decisions.ofCount(frame, first, second)));
      case GREATER_EQUAL -> compared(first, second, order -> order >= 0).tested(ofIndex(first, second, "0"));
      case IN -> in(first, second);
      case NOT_IN -> not(in(first, second));
      case INSTANCE_OF -> instanceOf(first, second);
      case TYPE_OF -> typeOf(it, first);
      case SLICE -> slice(first, second, operands.size() > 2 ? frame.value(operands.get(2)) : Value.NOTHING);
      case HAS_NEXT -> hasNext(first);
      case MISSING -> missing(first);
    };
  }

  private Value add(Value first, Value second) {
    Optional<BigDecimal> a = number(first);
    Optional<BigDecimal> b = number(second);
    if (a.isPresent() && b.isPresent()) {
      return numeral(a.get().add(b.get()));
    } else if (first.isPlain() && second.isPlain()) {
      return Value.number(first, second);
    }
    if (!first.refs().isEmpty() && !second.refs().isEmpty() && isList(first)) {
      Value list = frame.make(Thing.of(new Thing.Kind.Listing()), 0);
      members.additions().extend(list, first);
      members.additions().extend(list, second);
      return list;
    }
    List<TextPart> parts = new ArrayList<>(Texts.derived(members.asText(first)));
    parts.addAll(Texts.derived(members.asText(second)));
    return Value.text(parts);
  }

  private boolean isList(Value value) {
    return value.refs().getFirst() instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Listing;
  }

  /** A binary operation on numbers. */
  private interface Arithmetic {
    BigDecimal of(BigDecimal a, BigDecimal b);
  }

  private static Value arithmetic(Value first, Value second, Arithmetic operation) {
    Optional<BigDecimal> a = number(first);
    Optional<BigDecimal> b = number(second);
    return a.isPresent() && b.isPresent() ? numeral(operation.of(a.get(), b.get())) : Value.number(first, second);
  }

  private static Value remainder(Value first, Value second) {
    return number(second).filter(divisor -> divisor.signum() != 0).isPresent()
        ? arithmetic(first, second, BigDecimal::remainder)
        : Value.number(first, second);
  }

  private static Value multiply(Value first, Value second) {
    if (number(first).isPresent() && number(second).isPresent()) {
      return arithmetic(first, second, BigDecimal::multiply);
    }
    if (first.isPlain() && second.isPlain()) {
      return Value.number(first, second);
    }
    Optional<String> repeated = first.constantText();
    Optional<BigDecimal> times = number(second);
    if (repeated.isPresent() && times.isPresent() && times.get().signum() >= 0 && times.get().compareTo(MOST_TIMES) <= 0
        && repeated.get().length() <= SHORT) {
      return Value.of(Constant.text(repeated.get().repeat(times.get().intValue())));
    }
    Taints taints = first.taints().and(second.taints());
    return taints.isEmpty() ? Value.PLAIN : Value.tainted(taints.map(Taint::derived));
  }

  /** Python's pathlib joins paths with a slash. */
  private Value divide(Value first, Value second) {
    Optional<BigDecimal> a = number(first);
    Optional<BigDecimal> b = number(second).filter(divisor -> divisor.signum() != 0);
    if (a.isPresent() && b.isPresent()) {
      return a.get().remainder(b.get()).signum() == 0 ? numeral(a.get().divide(b.get())) : Value.PLAIN;
    } else if (first.isPlain() || second.isPlain()) {
      return Value.number(first, second);
    }
    return new Formats(frame, members).path(List.of(first, second), true).withRefs(first.refs());
  }

  private static Value negated(Value value) {
    return number(value).map(found -> numeral(found.negate())).orElse(Value.PLAIN);
  }

  private Value not(Value value) {
    Truths truth = Truths.of(value, frame.library());
    Value result = truth.mayBeTrue() && truth.mayBeFalse() ? Value.PLAIN : Value.truth(!truth.mayBeTrue());
    return result.tested(value.test().negated());
  }

  private Value equal(Instruction.Operation it, Value first, Value second, boolean same) {
    Optional<Boolean> folded = folded(first, second, same);
    if (folded.isPresent()) {
      return Value.truth(folded.get());
    }
    if (second.equals(Value.NOTHING) && !first.isNone() && missing(first).isConstant()) {
      return missing(first);
    }
    Value checked = typeOf.getOrDefault(it.operands().getFirst(), Value.NONE);
    Optional<String> type = second.constantText();
    if (!checked.isNone() && type.isPresent()) {
      return Value.PLAIN.tested(new Test(ofType(checked, type.get()), Facts.NONE));
    }
    Facts facts = Facts.NONE;
    if (isFixed(second)) {
      facts = facts.and(guards.clearing(first, guards.all()));
    }
    if (isFixed(first)) {
      facts = facts.and(guards.clearing(second, guards.all()));
    }
    if (second.constant().filter(Constant.Nothing.class::isInstance).isPresent()) {
      // What is nothing holds nothing that anyone chose.
      facts = facts.and(guards.clearingItself(first, guards.all()));
    }
    Facts other = type.isPresent() && type.get().length() == 1 && isCharacter(it.operands().getFirst())
        ? guards.clearing(first, guards.clearedWithout(type.get(), ""))
        : Facts.NONE;
    Value tested = Value.PLAIN.tested(sameTest(first, second, new Test(facts, other)));
    CallModel model = frame.library().call("==");
    var site = new CallSite(frame, members, "==", Value.NONE, Arguments.of(List.of(first, second), it.at()), it.at());
    if (!model.sinks().isEmpty() && (first.constantText().isPresent() || second.constantText().isPresent())) {
      new Sinks(frame, members).check(model.sinks(), site);
    }
    return model.guards().isEmpty() || first.taints().isEmpty() ? tested : guards.apply(model.guards(), site, tested);
  }

  /** Whether {@code operand} is declared as a single character: of those that are left, each is another one. */
  private boolean isCharacter(Operand operand) {
    return operand instanceof Local local
        && frame.routine().variable(local).type().filter(type -> frame.library().isA(type, "character")).isPresent();
  }

  /** What comparing the result of a check with a constant says: with 0, false or null the opposite of the check. */
  private Test sameTest(Value first, Value second, Test otherwise) {
    Optional<Constant> constant = second.constant();
    if (first.test().isNone() || constant.isEmpty()) {
      return otherwise;
    } else if (constant.get().equals(Constant.number(-1))) {
      return ofIndex(first, second, "-1").negated();
    }
    Truths truth = Truths.of(second, frame.library());
    boolean isTrue = constant.get().equals(Constant.truth(true));
    return isTrue ? first.test() : truth.mayBeTrue() ? otherwise : first.test().negated();
  }

  /** What the check says that made {@code index} where it is not below {@code limit}: something was found. */
  private static Test ofIndex(Value index, Value limit, String wanted) {
    boolean asked = limit.constant()
        .filter(constant -> constant instanceof Constant.Numeral(String text) && text.equals(wanted)).isPresent();
    return asked ? new Test(index.test().whenFalse(), Facts.NONE) : Test.NONE;
  }

  /** Whether {@code value} is chosen by the program: not by the event, and not null. */
  private static boolean isFixed(Value value) {
    return value.taints().isEmpty() && value.refs().stream().allMatch(ref -> ref instanceof Ref.Foreign)
        && (value.isOpen() || value.constants().stream()
            .noneMatch(constant -> constant instanceof Constant.Nothing || constant instanceof Constant.Truth));
  }

  private Facts ofType(Value value, String type) {
    return switch (type) {
      case "number", "boolean", "bigint" -> guards.clearing(value, guards.all());
      case "string" -> guards.clearing(value, frame.analysis().categories().mask(Sinks.TEXT));
      default -> Facts.NONE;
    };
  }

  private static Optional<Boolean> folded(Value first, Value second, boolean same) {
    if (!first.isConstant() || !second.isConstant()) {
      return Optional.empty();
    }
    boolean some = false;
    boolean none = true;
    for (Constant a : first.constants()) {
      for (Constant b : second.constants()) {
        boolean equal = a.equals(b) || a instanceof Constant.Numeral && b instanceof Constant.Numeral
            && number(Value.of(a)).equals(number(Value.of(b)));
        boolean comparable = same || a.getClass() == b.getClass() || a instanceof Constant.Nothing
            || b instanceof Constant.Nothing;
        if (!comparable) {
          return Optional.empty();
        }
        some |= equal;
        none &= !equal;
      }
    }
    boolean single = first.constants().size() == 1 && second.constants().size() == 1;
    return none ? Optional.of(false) : some && single ? Optional.of(true) : Optional.empty();
  }

  /** A test of an order as {@link Comparable} tells it. */
  private interface Order {
    boolean test(int order);
  }

  private static Value compared(Value first, Value second, Order order) {
    Optional<BigDecimal> a = number(first);
    Optional<BigDecimal> b = number(second);
    return a.isPresent() && b.isPresent() ? Value.truth(order.test(a.get().compareTo(b.get()))) : Value.PLAIN;
  }

  /** A set that is within one of the program holds nothing else: {@code set(words) <= ALLOWED}. */
  private Value within(Value part, Value whole, Value result) {
    boolean sets = isSet(part) && isSet(whole);
    return sets && (members.isConstant(whole) || isOwnList(whole))
        ? result.tested(new Test(guards.clearing(part, guards.all()), Facts.NONE))
        : result;
  }

  private boolean isSet(Value value) {
    return !value.refs().isEmpty() && value.refs().stream()
        .allMatch(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Collection);
  }

  static Optional<BigDecimal> number(Value value) {
    return value.constant().flatMap(constant -> {
      if (!(constant instanceof Constant.Numeral(String text)) || text.length() > MOST_DIGITS) {
        return Optional.empty();
      }
      int power = Math.max(text.indexOf('e'), text.indexOf('E'));
      if (power > 0 && power == text.length() - 2 && Character.isDigit(text.charAt(power + 1))) {
        return number(Value.of(new Constant.Numeral(text.substring(0, power))))
            .map(base -> base.scaleByPowerOfTen(text.charAt(power + 1) - '0'));
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!(c >= '0' && c <= '9' || c == '.' || c == '-' && i == 0)) {
          return Optional.empty();
        }
      }
      return text.isEmpty() || text.equals("-") || text.equals(".") || text.indexOf('.') != text.lastIndexOf('.')
          || text.equals("-.") ? Optional.empty() : Optional.of(new BigDecimal(text));
    });
  }

  private static Value numeral(BigDecimal number) {
    String text = number.stripTrailingZeros().toPlainString();
    return text.length() > MOST_DIGITS ? Value.PLAIN : Value.of(new Constant.Numeral(text));
  }

  private Value in(Value key, Value container) {
    boolean library = !container.refs().isEmpty()
        && container.refs().stream().allMatch(ref -> ref instanceof Ref.Foreign);
    if ((container.refs().isEmpty() || library) && !container.taints().isEmpty()) {
      String path = library ? ((Ref.Foreign) container.refs().getFirst()).path() + ".in" : TEXT_IN;
      String asked = frame.library().call(path).isNothing() ? TEXT_IN : path;
      var site = new CallSite(frame, members, asked, container, Arguments.of(List.of(key), frame.routine().at()),
          frame.routine().at());
      return guards.apply(frame.library().call(site.path()).guards(), site, Value.PLAIN);
    }
    boolean constant = members.isConstant(container)
        && (!container.refs().isEmpty() || container.constantText().isPresent());
    boolean fixed = constant || isOwnList(container);
    if (constant && key.constant().isPresent() && container.refs().size() == 1) {
      Optional<Boolean> found = holds(container, key);
      if (found.isPresent()) {
        return Value.truth(found.get());
      }
    }
    return Value.PLAIN.tested(new Test(fixed ? guards.clearing(key, guards.all()) : Facts.NONE, Facts.NONE));
  }

  /** Whether the program made the container and nothing in it is from outside: an allow-list of settings. */
  private boolean isOwnList(Value container) {
    return !container.refs().isEmpty() && !container.isOpen() && members.deepTaints(container).isEmpty()
        && container.refs().stream()
            .allMatch(ref -> ref instanceof Ref.Thing(int id) && (frame.thing(id).kind() instanceof Thing.Kind.Listing
                || frame.thing(id).kind() instanceof Thing.Kind.Collection));
  }

  private Optional<Boolean> holds(Value container, Value key) {
    Thing thing = frame.thing(((Ref.Thing) container.refs().getFirst()).id());
    if (!thing.rest().isNone() || thing.isMany()) {
      return Optional.empty();
    }
    if (thing.kind() instanceof Thing.Kind.Dictionary) {
      return Optional.of(key.key().isPresent() && thing.members().has(frame.analysis().symbols().of(key.key().get())));
    }
    boolean[] found = {false};
    boolean[] sure = {true};
    thing.members().forEach((symbol, value) -> {
      found[0] |= value.constant().equals(key.constant());
      sure[0] &= value.constant().isPresent();
    });
    return found[0] ? Optional.of(true) : sure[0] ? Optional.of(false) : Optional.empty();
  }

  private Value instanceOf(Value value, Value type) {
    Optional<Boolean> known = isInstance(value, type);
    if (known.isPresent()) {
      return Value.truth(known.get());
    }
    if (isAll(type, "number")) {
      return Value.PLAIN.tested(new Test(guards.clearing(value, guards.all()), Facts.NONE));
    }
    boolean meant = ofProject(type) || isAll(type, INPUT_ERROR);
    return Value.PLAIN.tested(new Test(meant ? meantError(value) : Facts.NONE, Facts.NONE));
  }

  /** Whether {@code type} can only be types of the library that are {@code wanted}. */
  private boolean isAll(Value type, String wanted) {
    return !type.refs().isEmpty() && type.refs().stream()
        .allMatch(ref -> ref instanceof Ref.Foreign(String path) && frame.library().isA(path, wanted));
  }

  private boolean ofProject(Value type) {
    return !type.refs().isEmpty() && type.refs().stream()
        .allMatch(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.ClassThing);
  }

  /**
   * An error of a class of the project's own says what its author wants its reader to know, one of what was sent says
   * what its sender knows.
   */
  private Facts meantError(Value value) {
    boolean error = !value.taints().isEmpty()
        && value.taints().items().stream().allMatch(taint -> taint.origin().label() == Label.EXCEPTION);
    return error ? guards.clearing(value, frame.analysis().categories().mask(Responses.LEAK)) : Facts.NONE;
  }

  /** Whether {@code value} is an object of the class {@code type}, if that is sure: of a class above it it may be one. */
  private Optional<Boolean> isInstance(Value value, Value type) {
    if (value.isOpen() || value.refs().isEmpty() || !value.constants().isEmpty() || type.refs().size() != 1
        || !(type.refs().getFirst() instanceof Ref.Thing(int wanted))
        || !(frame.thing(wanted).kind() instanceof Thing.Kind.ClassThing)) {
      return Optional.empty();
    }
    var classes = new Classes(frame);
    List<Integer> line = classes.line(type);
    boolean all = true;
    boolean none = true;
    for (Ref ref : value.refs()) {
      Value of = ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Instance
          ? frame.thing(id).members().get(Symbols.CLASS, Value.NONE)
          : Value.NONE;
      if (of.refs().size() != 1 || !(of.refs().getFirst() instanceof Ref.Thing(int own))) {
        return Optional.empty();
      }
      boolean is = classes.line(of).contains(wanted);
      all &= is;
      none &= !is && !line.contains(own) && !frame.analysis().classes().below(own).iterator().hasNext();
    }
    return all ? Optional.of(true) : none ? Optional.of(false) : Optional.empty();
  }

  private Value typeOf(Instruction.Operation it, Value value) {
    typeOf.put(it.target(), value);
    return Value.UNKNOWN;
  }

  private Value slice(Value value, Value from, Value to) {
    Value text = members.asText(value);
    if (text.constantText().isPresent() && number(from).isPresent()
        && (number(to).isPresent() || to.equals(Value.NOTHING))) {
      String all = text.constantText().get();
      int start = Math.clamp(number(from).get().intValue(), 0, all.length());
      int end = to.equals(Value.NOTHING) ? all.length() : Math.clamp(number(to).get().intValue(), start, all.length());
      return Value.of(Constant.text(all.substring(start, end)));
    }
    boolean prefix = from.equals(Value.NOTHING) || number(from).filter(n -> n.signum() == 0).isPresent();
    Value any = value.refs().isEmpty() ? Value.NONE : sliced(value);
    if (!any.isNone()) {
      return any;
    }
    Taints cut = text.taints().map(Taint::derived);
    Optional<BigDecimal> start = number(from);
    Optional<BigDecimal> end = number(to);
    boolean ending = start.isPresent() && to.equals(Value.NOTHING) && start.get().signum() < 0
        && start.get().negate().intValue() <= SHOWN;
    boolean beginning = prefix && end.isPresent() && end.get().signum() >= 0 && end.get().intValue() <= SHOWN;
    if (ending || beginning) {
      var categories = frame.analysis().categories();
      long mask = categories.mask("secret-logging") | categories.mask(Responses.LEAK);
      return Value.tainted(cut.map(taint -> taint.clear(mask)));
    }
    return prefix && text.hasParts() ? Value.text(Texts.derived(text)) : Value.tainted(cut);
  }

  private Value sliced(Value value) {
    if (!isList(value)) {
      return Value.NONE;
    }
    Value list = frame.make(Thing.of(new Thing.Kind.Listing()), 0);
    for (Ref ref : list.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Value any = members.element(value, Instruction.ElementKind.VALUES);
        frame.setThing(id, frame.thing(id).withRest(any).ofLength(Thing.UNKNOWN_LENGTH));
      }
    }
    return list;
  }

  private Value hasNext(Value container) {
    if (container.refs().size() == 1 && !container.isOpen()
        && container.refs().getFirst() instanceof Ref.Thing(int id)) {
      Thing thing = frame.thing(id);
      boolean list = thing.kind() instanceof Thing.Kind.Listing && thing.length() == 0;
      if (list && thing.rest().isNone() && !thing.isMany()) {
        return Value.truth(false);
      }
    }
    return Value.PLAIN;
  }

  private static Value missing(Value value) {
    if (value.isConstant()) {
      boolean all = value.constants().stream().allMatch(constant -> constant instanceof Constant.Nothing);
      boolean none = value.constants().stream().noneMatch(constant -> constant instanceof Constant.Nothing);
      return all ? Value.truth(true) : none ? Value.truth(false) : Value.PLAIN;
    }
    return value.isOpen() || value.constants().contains(Constant.nothing()) ? Value.PLAIN : Value.truth(false);
  }
}
