package dev.slguard.code.flow;

import dev.slguard.code.library.Propagation;
import dev.slguard.code.library.Transform;
import java.util.List;
import java.util.List;
import java.util.Optional;

/**
 * Matches of regular expressions: what a group spells is as harmless as the part of the pattern that it matched, whether
 * or not the pattern as a whole is anchored.
 */
final class Matches {
  private final Frame frame;
  private final Members members;
  private final Containers containers;

  Matches(Frame frame, Members members, Containers containers) {
    this.frame = frame;
    this.members = members;
    this.containers = containers;
  }

  Value apply(Propagation propagation, CallSite site) {
    return switch (propagation.transform()) {
      case MATCH -> match(propagation, site).or(Value.NOTHING);
      case MATCH_LIST -> containers.listOf(match(propagation, site));
      case GROUPS -> groups(propagation, site, 12).or(Value.NOTHING);
      case GROUPS_LIST -> containers.listOf(groups(propagation, site, 14));
      case FIND_ALL -> containers.listOf(
          found(site.value(propagation.from().getFirst()), site.value(propagation.from().getLast()), Optional.of("0")));
      case GROUP -> group(site);
      default -> throw new IllegalArgumentException(propagation.transform() + " is about no match");
    };
  }

  /** A match keeps its pattern and the text. */
  private Value match(Propagation propagation, CallSite site) {
    var symbols = frame.analysis().symbols();
    Value text = members.asText(site.value(propagation.from().getLast()));
    Thing match = Thing.of(new Thing.Kind.Foreign(propagation.type().orElse(site.path())))
        .ofLength(Thing.UNKNOWN_LENGTH).with(symbols.of("<pattern>"), site.value(propagation.from().getFirst()))
        .with(symbols.of("<subject>"), site.value(propagation.from().getLast()))
        .with(symbols.of("<text>"), Value.tainted(text.taints().map(Taint::derived)));
    return frame.make(match, 12);
  }

  /** A list of what the groups spell; of all matches, what each spells as a whole, where the pattern finds them all. */
  private Value groups(Propagation propagation, CallSite site, int sub) {
    var symbols = frame.analysis().symbols();
    Value pattern = site.value(propagation.from().getFirst());
    Value text = members.asText(site.value(propagation.from().getLast()));
    Value whole = found(pattern, text, Optional.of("0"));
    Thing list = Thing.of(new Thing.Kind.Listing()).ofLength(Thing.UNKNOWN_LENGTH).withRest(whole);
    String known = Patterns.text(pattern).orElse("");
    boolean all = propagation.transform() == Transform.GROUPS && known.lastIndexOf('g') > known.lastIndexOf('/');
    Thing named = Thing.of(new Thing.Kind.Dictionary());
    for (String key : all || known.isEmpty() ? List.<String>of() : Patterns.groups(known)) {
      Value spelled = found(pattern, text, Optional.of(key));
      boolean number = Character.isDigit(key.charAt(0));
      list = number ? list.with(symbols.of(Members.LEADING + key), spelled) : list;
      named = number ? named : named.with(symbols.of(key), spelled);
    }
    list = known.isEmpty() || all ? list : list.with(symbols.of("groups"), frame.make(named, sub + 1));
    return frame.make(list.with(symbols.of("index"), Value.PLAIN), sub);
  }

  private Value group(CallSite site) {
    Optional<String> key = site.arguments().positional().isEmpty() ? Optional.of("0") : site.arguments().value(0).key();
    Value result = Value.NONE;
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        var symbols = frame.analysis().symbols();
        Value pattern = frame.thing(id).members().get(symbols.of("<pattern>"), Value.NONE);
        Value text = frame.thing(id).members().get(symbols.of("<text>"), Value.UNKNOWN);
        result = result.or(found(pattern, text, key));
      }
    }
    return result.isNone() ? Value.tainted(site.everything().map(Taint::derived)) : result;
  }

  private Value found(Value pattern, Value text, Optional<String> key) {
    Optional<String> spelled = Patterns.text(pattern).map(all -> all.substring(0, all.lastIndexOf('/')));
    Optional<String> part = spelled.isPresent() && key.isPresent() ? Patterns.group(spelled.get(), key.get()) : spelled;
    long cleared = part.map(new Guards(frame)::clearedBy).orElse(0L);
    Taints taints = members.deepTaints(text).map(taint -> taint.derived().clear(cleared));
    return Value.text(List.of(new TextPart.Hole(taints)));
  }
}
