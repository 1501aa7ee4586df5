package dev.slguard.code.flow;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Condition;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.SecretNames;
import dev.slguard.code.library.SecretTexts;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the conditions of a model hold at a call. */
final class Conditions {
  private static final int MOST_CLASSES = 40;

  private Conditions() {}

  static boolean hold(List<Condition> conditions, CallSite site) {
    for (Condition condition : conditions) {
      if (!holds(condition, site)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Condition condition, CallSite site) {
    boolean present = site.has(condition.position());
    return switch (condition.test()) {
      case PRESENT -> present;
      case ABSENT -> !present;
      case EQUALS -> present ? known(condition, site, true) : condition.values().contains("absent");
      case DIFFERS -> !present || known(condition, site, false);
      case CONTAINS, STARTS_WITH, ENDS_WITH -> present && textual(condition, site);
      case FIXED_HOST -> present && site.value(condition.position()).constantText()
          .or(() -> PatternStarts.of(site.value(condition.position()))).filter(text -> Sinks.hostIsFixed(text, false))
          .isPresent();
      case LACKS -> present && !textual(condition, site);
      case SPELLS -> present && condition.values().contains(pattern(condition, site));
      case TAGGED -> present && isTagged(condition, site);
      case UNTAGGED -> !present || !isTagged(condition, site);
      case NUMBER -> present && isNumber(site.value(condition.position()));
      case BELOW -> present && isBelow(condition, site.value(condition.position()));
      case TEXT -> present && isText(site.value(condition.position()));
      case ANCHORED -> present && Patterns.isAnchored(site.value(condition.position()));
      case EXPONENTIAL -> present && Patterns.text(site.value(condition.position()))
          .filter(text -> Ambiguity.isExponential(text.substring(0, text.lastIndexOf('/')))).isPresent();
      case CONSTANT -> present && site.members().isConstant(site.value(condition.position()));
      case SECRET -> present && isSecret(condition, site);
      case HIGH_ENTROPY -> present && isSecret(condition, site);
      case ACCEPTS -> present && Accepting.isAccepting(site.value(condition.position()), condition.values(), site);
      case SECRET_NAME -> present && texts(site.value(condition.position())).stream()
          .anyMatch(text -> site.frame().library().namesSecret(text, SecretNames.Of.LITERALS));
      case PREDICTABLE -> site.value(condition.position()).taints().items().stream()
          .anyMatch(taint -> taint.origin().label() == Label.PREDICTABLE);
      case CREDENTIAL -> present && isCredential(site.value(condition.position()), site);
      case CALLED -> ResultNames.isCalled(site);
      case KEPT_AS -> ResultNames.contain(site, condition.values());
      case NOT_KEPT_AS -> !ResultNames.contain(site, condition.values());
      case TYPE -> present && isType(condition, site);
      case OTHER_TYPE -> !present || !isType(condition, site);
      case TRUSTED -> present && site.members().deepTaints(site.value(condition.position())).isEmpty();
      case ANNOTATED_WITH -> present && isAnnotatedWith(site.value(condition.position()), condition.values(), site);
    };
  }

  private static boolean known(Condition condition, CallSite site, boolean wanted) {
    Value value = site.value(condition.position());
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Foreign(String path)
          && condition.values().stream().anyMatch(wish -> path.equals(wish) || path.endsWith('.' + wish))) {
        return wanted;
      }
    }
    Optional<Constant> constant = value.constant();
    boolean elements = !condition.position().members().isEmpty()
        && condition.position().members().getLast().equals("*");
    if (wanted && elements && value.isConstant()) {
      return value.constants().stream().anyMatch(each -> spelled(each, condition.values()));
    } else if (constant.isEmpty()) {
      return condition.whenUnknown();
    }
    return spelled(constant.get(), condition.values()) == wanted;
  }

  /** {@code constant} as models write it. */
  static String spelled(Constant constant) {
    return switch (constant) {
      case Constant.Text(String it) -> it;
      case Constant.Numeral(String it) -> it;
      case Constant.Truth(boolean it) -> Boolean.toString(it);
      case Constant.Pattern(String it, _) -> it;
      case Constant.Nothing _ -> "null";
    };
  }

  private static boolean spelled(Constant constant, List<String> values) {
    String text = spelled(constant);
    return values.stream().anyMatch(value -> value.equalsIgnoreCase(text));
  }

  /** The text at the condition's position, with {@code *} for what is not known. */
  private static String pattern(Condition condition, CallSite site) {
    StringBuilder text = new StringBuilder();
    for (TextPart part : site.members().asText(site.value(condition.position())).parts()) {
      text.append(part instanceof TextPart.Literal(String literal) ? literal : "*");
    }
    return text.toString();
  }

  private static boolean textual(Condition condition, CallSite site) {
    StringBuilder literals = new StringBuilder();
    List<TextPart> parts = site.members().asText(site.value(condition.position())).parts();
    for (TextPart part : parts) {
      literals.append(part instanceof TextPart.Literal(String text) ? text : "\uFFFC");
    }
    String text = literals.toString().toLowerCase(Locale.ROOT);
    for (String value : condition.values()) {
      String wanted = value.toLowerCase(Locale.ROOT);
      boolean found = switch (condition.test()) {
        case STARTS_WITH -> text.startsWith(wanted);
        case ENDS_WITH -> text.endsWith(wanted);
        default -> text.contains(wanted);
      };
      if (found) {
        return true;
      }
    }
    return condition.whenUnknown() && text.contains("\uFFFC");
  }

  private static boolean isTagged(Condition condition, CallSite site) {
    long mask = site.frame().analysis().categories().mask(condition.values());
    Taints taints = site.value(condition.position()).taints();
    return taints.items().stream().anyMatch(taint -> (taint.cleared() & mask) == mask);
  }

  private static List<String> texts(Value value) {
    return value.constants().stream().filter(Constant.Text.class::isInstance)
        .map(constant -> ((Constant.Text) constant).value()).toList();
  }

  /** Whether the text is a credential. One of several that it may be is enough. */
  private static boolean isSecret(Condition condition, CallSite site) {
    SecretTexts secrets = site.frame().analysis().literals().secrets();
    return texts(site.value(condition.position())).stream().anyMatch(
        text -> condition.test() == Condition.Test.SECRET ? secrets.isCredential(text) : secrets.isSecret(text));
  }

  /** Whether the value is a secret, or a field of the event whose name says so. */
  private static boolean isCredential(Value value, CallSite site) {
    for (Taint taint : value.taints().items()) {
      String path = taint.path();
      boolean named = site.frame().library().namesSecret(path.substring(path.lastIndexOf('/') + 1),
          SecretNames.Of.CREDENTIALS);
      if (taint.hops() == 0 && (named || taint.origin().label() == Label.SECRET)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBelow(Condition condition, Value value) {
    Optional<BigDecimal> number = Operations.number(value);
    return number.isPresent()
        && condition.values().stream().map(BigDecimal::new).anyMatch(limit -> number.get().compareTo(limit) < 0);
  }

  /** Whether a class, what it extends or the types of its fields have an annotation that refers to one of {@code wanted}. */
  private static boolean isAnnotatedWith(Value type, List<String> wanted, CallSite site) {
    Frame frame = site.frame();
    var seen = new HashSet<Integer>();
    var pending = new ArrayDeque<>(new Classes(frame).line(type));
    while (!pending.isEmpty() && seen.size() < MOST_CLASSES) {
      int id = pending.poll();
      if (!seen.add(id) || !(frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, var module))) {
        continue;
      }
      List<Annotation> annotations = new ArrayList<>(definition.annotations());
      for (ClassDefinition.Field field : definition.fields()) {
        annotations.addAll(field.annotations());
        field.variable().type().flatMap(name -> frame.analysis().types().resolve(module, name.replaceFirst("<.*", "")))
            .ifPresent(found -> pending.addAll(new Classes(frame).line(found)));
      }
      if (annotations.stream().flatMap(each -> each.references().values().stream()).flatMap(List::stream)
          .anyMatch(wanted::contains)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(Value value) {
    return value.isPlain();
  }

  private static boolean isText(Value value) {
    return value.hasParts() || value.constantText().isPresent()
        || value.constant().filter(constant -> constant instanceof Constant.Pattern).isPresent();
  }

  private static boolean isType(Condition condition, CallSite site) {
    return isType(condition, site, site.value(condition.position()))
        || areTypes(condition, site, site.value(condition.position()));
  }

  /** Whether the value is a list of types each of which is one of those wanted: a choice of types. */
  private static boolean areTypes(Condition condition, CallSite site, Value value) {
    if (value.refs().size() != 1 || !(value.refs().getFirst() instanceof Ref.Thing(int id))
        || !(site.frame().thing(id).kind() instanceof Thing.Kind.Listing) || site.frame().thing(id).length() < 1) {
      return false;
    }
    Thing choice = site.frame().thing(id);
    for (int i = 0; i < choice.length(); i++) {
      int item = site.frame().analysis().symbols().of(Integer.toString(i));
      if (!isType(condition, site, choice.members().get(item, Value.NONE))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isType(Condition condition, CallSite site, Value value) {
    for (Ref ref : value.refs()) {
      Optional<String> path = switch (ref) {
        case Ref.Foreign(String foreign) -> Optional.of(foreign);
        case Ref.Thing(int id) -> switch (site.frame().thing(id).kind()) {
          case Thing.Kind.Foreign(String foreign) -> Optional.of(foreign);
          case Thing.Kind.Listing _ -> Optional.of("list");
          case Thing.Kind.Dictionary _ -> Optional.of("map");
          case Thing.Kind.Collection _ -> Optional.of("set");
          case Thing.Kind.Buffer _ -> Optional.of("buffer");
          case Thing.Kind.Closure _,Thing.Kind.ForeignMethod _ -> Optional.of("function");
          case Thing.Kind.Cell _,Thing.Kind.Instance _,Thing.Kind.ClassThing _,Thing.Kind.Namespace _ ->
            Optional.empty();
        };
      };
      if (path.isPresent()
          && condition.values().stream().anyMatch(wish -> site.frame().library().isA(path.get(), wish))) {
        return true;
      }
    }
    return false;
  }
}
