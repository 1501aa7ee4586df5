package dev.slguard.code.flow;

import dev.slguard.code.ir.Local;
import dev.slguard.code.library.Condition;
import dev.slguard.code.library.Guard;
import dev.slguard.code.library.Library;
import java.util.List;
import java.util.Optional;

/** Turns checks into facts about the values they check. */
final class Guards {
  private static final int MOST_ALIASES = 4;

  private final Frame frame;

  Guards(Frame frame) {
    this.frame = frame;
  }

  /** Facts that clear {@code value} of {@code mask}. */
  Facts clearing(Value value, long mask) {
    return clearing(value, mask, MOST_ALIASES);
  }

  /** The same, but nothing is said of the value that {@code value} was made of. */
  Facts clearingItself(Value value, long mask) {
    return frame.alias(value.number()).isPresent() ? Facts.NONE : clearing(value, mask, 0);
  }

  private Facts clearing(Value value, long mask, int depth) {
    Facts facts = Facts.NONE;
    if (mask == 0) {
      return facts;
    }
    if (value.number() != 0 && !value.taints().isEmpty()) {
      facts = facts.plus(Facts.ofValue(value.number()), mask);
    }
    if (value.taints().items().stream().allMatch(Taint::exact)) {
      for (Taint taint : value.taints().items()) {
        facts = facts.plus(frame.pathKey(taint.origin(), taint.path()), mask);
      }
    }
    Optional<Frame.Alias> alias = depth == 0 || value.number() == 0 ? Optional.empty() : frame.alias(value.number());
    return alias.isPresent() ? facts.and(clearing(alias.get().subject(), mask & alias.get().only(), depth - 1)) : facts;
  }

  /** A truth value in a list that is returned tells as much as one that is returned by itself. */
  static void testItems(Frame frame, Value value, Facts facts) {
    if (facts.masks().isEmpty() || value.refs().size() != 1 || !(value.refs().getFirst() instanceof Ref.Thing(int id))
        || id >= State.GLOBAL || !(frame.thing(id).kind() instanceof Thing.Kind.Listing) || frame.thing(id).isMany()) {
      return;
    }
    frame.setThing(id,
        frame.thing(id)
            .map((symbol, item) -> item.constant().isPresent() && Truths.couldBeTruth(item)
                ? item.tested(new Test(facts.and(item.test().whenTrue()), facts.and(item.test().whenFalse())))
                : item));
  }

  /** All injection categories. */
  long all() {
    return frame.analysis().categories().mask(Library.ALL);
  }

  /** What the guards of a call say: in its result, and for those that throw, from here on. */
  Value apply(List<Guard> guards, CallSite site, Value result) {
    Value tested = result;
    for (Guard guard : guards) {
      if (!Conditions.hold(guard.conditions(), site)) {
        continue;
      }
      long mask = frame.analysis().categories().mask(guard.clears()) & allowedBy(site, guard.conditions());
      long required = frame.analysis().categories().mask(guard.requires());
      Facts facts = Facts.NONE;
      if (guard.schema().isPresent()) {
        facts = SchemaFacts.of(frame, site.value(guard.schema().get()), site.value(guard.subject()));
      }
      for (Arguments.Arg subject : guard.schema().isPresent() ? List.<Arguments.Arg>of() : site.at(guard.subject())) {
        Taints taints = subject.value().taints();
        if (taints.items().stream().allMatch(taint -> (taint.cleared() & required) == required)) {
          facts = facts.and(clearing(subject.value(), mask & ofPart(taints)));
        }
      }
      tested = switch (guard.when()) {
        case TRUE, SOMETHING -> tested.tested(tested.test().and(new Test(facts, Facts.NONE)));
        case FALSE -> tested.tested(tested.test().and(new Test(Facts.NONE, facts)));
        // An index that is false in a condition is 0.
        case INDEX -> tested.tested(tested.test().and(new Test(Facts.NONE, facts)));
        case ASSERTED -> {
          frame.state().setFacts(frame.state().facts().and(site.value(guard.subject()).test().whenTrue()));
          yield tested;
        }
        case RETURNED -> {
          frame.state().setFacts(frame.state().facts().and(facts));
          yield tested;
        }
      };
    }
    return tested;
  }

  /** A check of the host clears the address only where the host matters. */
  private long ofPart(Taints taints) {
    var categories = frame.analysis().categories();
    long host = categories.mask("parsed-host");
    return !taints.isEmpty() && taints.items().stream().allMatch(taint -> (taint.cleared() & host) != 0)
        ? categories.mask("ssrf") | categories.mask("open-redirect")
        : -1L;
  }

  /**
   * The categories that a pattern match may clear, by the characters that the pattern lets through; all if no pattern
   * is involved.
   */
  long allowedBy(CallSite site, List<Condition> conditions) {
    Optional<String> pattern = conditions.stream()
        .filter(condition -> condition.test() == Condition.Test.ANCHORED || condition.test() == Condition.Test.TEXT)
        .map(condition -> Patterns.text(site.value(condition.position()))).flatMap(Optional::stream).findFirst();
    return pattern.map(text -> clearedBy(text.substring(0, text.lastIndexOf('/')))).orElse(-1L);
  }

  /** The categories that a text is harmless for once every character outside a class is replaced. */
  long clearedByReplacing(CallSite site) {
    Optional<String> pattern = Patterns.text(site.value(dev.slguard.code.library.Position.argument(0)));
    Optional<String> replacement = site.text(1);
    if (pattern.isEmpty() || replacement.isEmpty() || replacement.get().contains("$")) {
      return 0;
    }
    String text = pattern.get().substring(0, pattern.get().lastIndexOf('/'));
    boolean all = site.path().endsWith("replaceAll") || pattern.get().endsWith("g");
    int end = text.endsWith("]+") || text.endsWith("]*") ? text.length() - 2 : text.length() - 1;
    boolean outside = all && text.startsWith("[^") && text.indexOf(']', 3) == end;
    return outside ? clearedBy('[' + text.substring(2, end + 1)) & clearedBy("[x" + replacement.get() + ']') : 0;
  }

  /** The categories for which a text of the pattern {@code pattern} is harmless. */
  long clearedBy(String pattern) {
    String harmful = Patterns.harmfulCharacters(pattern);
    // A sum of numbers runs, but it can name nothing.
    boolean sum = free(harmful, "'\"`;$[]{}=") && !Patterns.admitsNames(pattern);
    // A path on the same host: one slash in front, and none behind that could make a host of it.
    boolean path = (pattern.startsWith("^\\/") || pattern.startsWith("^/"))
        && free(Patterns.harmfulCharacters(pattern.substring(pattern.indexOf('/') + 1)), "/\\");
    long redirect = path ? frame.analysis().categories().mask("open-redirect") : 0;
    return clearedWith(harmful) | redirect | (sum ? frame.analysis().categories().mask("code-injection") : 0);
  }

  /** The categories for which a text is harmless that holds none but these of the harmful characters. */
  long clearedWith(String harmful) {
    var categories = frame.analysis().categories();
    long mask = all();
    // Words behind a command are harmless as long as none can be an option.
    mask &= free(harmful, "'\"`;|&$<>(){}\\\n*?#~!") && (free(harmful, " ") || free(harmful, "-"))
        ? -1
        : ~categories.mask("command-injection");
    mask &= free(harmful, "(){}'\"`;=[].+*/ \n") ? -1 : ~categories.mask("code-injection");
    mask &= free(harmful, "'\"`;\\ \n()=*#/") ? -1 : ~categories.mask("sql-injection");
    mask &= free(harmful, "/\\") && free(harmful, ".%") || free(harmful, "/\\")
        ? -1
        : ~categories.mask("path-traversal");
    mask &= free(harmful, "<>\"'&") ? -1 : ~categories.mask("xss-reflected");
    mask &= free(harmful, "/\\:@?#.") || free(harmful, "/\\@:.")
        ? -1
        : ~(categories.mask("ssrf") | categories.mask("open-redirect"));
    mask &= free(harmful, "{}<>$#%") ? -1 : ~categories.mask("template-injection");
    mask &= free(harmful, "<>&") ? -1 : ~categories.mask("xxe");
    mask &= free(harmful, "(+*{") ? -1 : ~categories.mask("redos");
    mask &= free(harmful, "\n") ? -1 : ~categories.mask("log-injection");
    mask &= harmful.length() < 10 ? -1 : ~categories.mask("tainted-aws-resource");
    mask &= harmful.length() < 10 ? -1 : ~(categories.mask("deserialization") | categories.mask("nosql-injection"));
    return mask;
  }

  /** The categories for which a text is harmless whose {@code removed} characters were all replaced by {@code by}. */
  long clearedWithout(String removed, String by) {
    var categories = frame.analysis().categories();
    long mask = 0;
    mask |= gone('/', removed, by) ? categories.mask("path-traversal") : 0;
    mask |= gone('<', removed, by) ? categories.mask("xss-reflected") | categories.mask("html-mail-injection") : 0;
    mask |= gone('\n', removed, by) ? categories.mask("log-injection") : 0;
    mask |= gone('(', removed, by) ? categories.mask("ldap-injection") : 0;
    return mask;
  }

  private static boolean gone(char c, String removed, String by) {
    return removed.indexOf(c) >= 0 && by.indexOf(c) < 0;
  }

  private static boolean free(String harmful, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if (harmful.indexOf(characters.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Gives the value in {@code local} a number if it has none, so that facts can be kept on it. */
  Value subject(dev.slguard.code.ir.Operand operand) {
    if (operand instanceof Local && !frame.value(operand).taints().isEmpty()) {
      frame.number(operand);
    }
    return frame.value(operand);
  }
}
