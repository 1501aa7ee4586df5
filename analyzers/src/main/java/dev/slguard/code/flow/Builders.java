package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import java.util.ArrayList;
import java.util.List;

/** Texts that grow and library objects that keep what they are given. */
final class Builders {
  /** So many arguments are kept as members of what is made of them. */
  static final int KEPT = 4;

  private final Frame frame;
  private final Members members;

  Builders(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
  }

  Value buffer(Arguments arguments) {
    Value content = arguments.positional().isEmpty() || arguments.value(0).isPlain()
        ? Value.of(Constant.text(""))
        : Value.text(Texts.derived(members.asText(arguments.value(0))));
    return frame.make(Thing.of(new Thing.Kind.Buffer()).with(Symbols.CONTENT, content), 0);
  }

  /** Appends {@code more} to the growing text {@code buffer}. */
  void append(Value buffer, Value more) {
    for (Ref ref : buffer.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Buffer) {
        Thing thing = frame.thing(id);
        List<TextPart> all = new ArrayList<>(
            Texts.derived(thing.members().get(Symbols.CONTENT, Value.of(Constant.text("")))));
        all.addAll(Texts.derived(members.asText(more)));
        frame.setThing(id, thing.with(Symbols.CONTENT, Value.text(all)));
      }
    }
  }

  Value bufferAppend(CallSite site, boolean insert) {
    Value more = site.arguments().value(insert ? 1 : 0);
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        List<TextPart> before = Texts.derived(thing.members().get(Symbols.CONTENT, Value.of(Constant.text(""))));
        List<TextPart> added = Texts.derived(members.asText(more.isNone() ? Value.UNKNOWN : more));
        boolean front = insert && site.arguments().value(0).key().filter("0"::equals).isPresent();
        List<TextPart> all = new ArrayList<>(front ? added : before);
        all.addAll(front ? before : added);
        Value content = insert && !front ? Value.tainted(Texts.carried(all)) : Value.text(all);
        frame.setThing(id, thing.with(Symbols.CONTENT, content));
      }
    }
    return site.receiver();
  }

  /** A library object that keeps what it was made of: {@code receiver.<0>} is its maker's first argument. */
  Value object(CallSite site, String type) {
    Thing thing = Thing.of(new Thing.Kind.Foreign(type.isEmpty() ? site.path() : type)).ofLength(Thing.UNKNOWN_LENGTH);
    Taints taints = site.everything();
    thing = taints.isEmpty() ? thing : thing.withRest(Value.tainted(taints.map(Taint::derived)));
    return frame.make(made(thing, site), 0);
  }

  /** {@code thing} with what it is made of. */
  Thing made(Thing thing, CallSite site) {
    var symbols = frame.analysis().symbols();
    Thing with = site.receiver().isNone() ? thing : thing.with(symbols.of("<receiver>"), site.receiver());
    for (int i = 0; i < Math.min(KEPT, site.arguments().positional().size()); i++) {
      with = with.with(symbols.of("<" + i + ">"), site.arguments().value(i));
    }
    for (var keyword : site.arguments().keywords().entrySet()) {
      with = with.with(symbols.of(keyword.getKey()), keyword.getValue().value());
    }
    return with;
  }

  Value fluent(CallSite site, boolean member) {
    Value receiver = site.receiver().refs().stream().anyMatch(ref -> ref instanceof Ref.Thing)
        ? site.receiver()
        : members.materialised(site.receiver());
    Value kept = member && site.arguments().all().isEmpty() ? Accessors.kept(site) : Value.NONE;
    if (!kept.isNone()) {
      return kept;
    }
    Taints carried = Taints.NONE;
    for (Arguments.Arg arg : site.arguments().all()) {
      carried = carried.and(members.deepTaints(arg.value()).map(Taint::derived));
    }
    String name = site.path().substring(site.path().lastIndexOf('.') + 1);
    for (Ref ref : receiver.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        thing = carried.isEmpty() ? thing : thing.withRest(Value.tainted(carried));
        frame
            .setThing(id,
                member && site.arguments().positional().isEmpty()
                    ? thing.with(frame.analysis().symbols().of(name), Value.of(Constant.truth(true)))
                    : member
                        ? thing.with(frame.analysis().symbols().of(name),
                            Members.stored(site.arguments().value(0), name,
                                site.arguments().positional().getFirst().at()))
                        : thing);
      }
    }
    return receiver;
  }
}
