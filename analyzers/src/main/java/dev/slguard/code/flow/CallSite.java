package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Position;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of a library: what stands where in it. */
record CallSite(Frame frame, Members members, String path, Value receiver, Arguments arguments, Span at) {

  /** The values at {@code position}, each with the place that carries it. */
  List<Arguments.Arg> at(Position position) {
    List<Arguments.Arg> roots = switch (position.root()) {
      case ARGUMENT -> arguments.at(position.index()).map(List::of).orElseGet(
          () -> arguments.more().taints().isEmpty() ? List.of() : List.of(new Arguments.Arg(arguments.more(), at)));
      case FROM -> {
        List<Arguments.Arg> from = new ArrayList<>(arguments.after(position.index()).positional());
        yield from;
      }
      case KEYWORD -> arguments.keyword(position.name()).map(List::of).orElse(List.of());
      case EVERY -> arguments.all();
      case RECEIVER -> receiver.isNone() ? List.of() : List.of(new Arguments.Arg(receiver, at));
      case EVENT -> List.of(new Arguments.Arg(frame.analysis().event(frame), at));
      case RESULT -> List.of();
    };
    if (position.members().isEmpty()) {
      return roots;
    }
    List<Arguments.Arg> found = new ArrayList<>();
    for (Arguments.Arg root : roots) {
      Value value = follow(root.value(), position.members(), position.root() == Position.Root.RECEIVER);
      if (!value.isNone()) {
        found.add(new Arguments.Arg(value, root.at()));
      }
    }
    return found;
  }

  /** As {@link #at}, but every element that a last {@code *} stands for by itself. */
  List<Arguments.Arg> each(Position position) {
    List<String> keys = position.members();
    if (keys.isEmpty() || !keys.getLast().equals("*")) {
      return at(position);
    }
    var container = new Position(position.root(), position.index(), position.name(), keys.subList(0, keys.size() - 1));
    List<Arguments.Arg> found = new ArrayList<>();
    for (Arguments.Arg arg : at(container)) {
      for (Ref ref : arg.value().refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          Thing thing = frame.thing(id);
          thing.members().forEach((symbol, value) -> {
            if (symbol >= Symbols.RESERVED) {
              found.add(new Arguments.Arg(value, arg.at()));
            }
          });
          found.add(new Arguments.Arg(members.rest(thing, "*"), arg.at()));
        }
      }
      if (arg.value().isOpen() && !arg.value().hasParts() && !arg.value().taints().isEmpty()) {
        found.add(new Arguments.Arg(Value.tainted(arg.value().taints().map(taint -> taint.member("*"))), arg.at()));
      }
    }
    return found;
  }

  /**
   * The member at the end of {@code keys}; {@link Value#NONE} if an object on the way surely lacks it.
   *
   * @param configured whether the members are settings of a library object, which has only those that were made
   */
  private Value follow(Value start, List<String> keys, boolean configured) {
    Value at = start;
    for (String key : keys) {
      Value next = Value.NONE;
      for (Ref ref : at.refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          Thing thing = frame.thing(id);
          next = next.or(key.equals("*")
              ? members.any(thing)
              : configured && thing.kind() instanceof Thing.Kind.Foreign
                  ? thing.members().get(frame.analysis().symbols().of(key), Value.NONE)
                  : own(thing, key));
        }
      }
      if (!key.startsWith("<") && at.isOpen() && !at.hasParts() && !at.taints().isEmpty()) {
        next = next.or(Value.tainted(at.taints().map(taint -> taint.member(key))));
      }
      at = next;
    }
    return at;
  }

  private Value own(Thing thing, String key) {
    var symbols = frame.analysis().symbols();
    Value exact = thing.members().get(symbols.of(key), Value.NONE);
    Value leading = exact.isNone() ? thing.members().get(symbols.of(Members.LEADING + key), Value.NONE) : exact;
    return leading.isNone() ? members.rest(thing, key) : leading;
  }

  /** The value at {@code position}; {@link Value#NONE} if nothing stands there. */
  Value value(Position position) {
    Value all = Value.NONE;
    for (Arguments.Arg arg : at(position)) {
      all = all.or(arg.value());
    }
    return all;
  }

  /** Whether anything stands at {@code position}. */
  boolean has(Position position) {
    return !at(position).isEmpty();
  }

  /** What receiver and arguments carry, at any depth. */
  Taints everything() {
    Taints all = ofReceiver();
    for (Arguments.Arg arg : arguments.all()) {
      all = all.and(members.deepTaints(arg.value()));
    }
    return all.and(arguments.more().taints());
  }

  /** A client that was made with a password does not answer with it. */
  private Taints ofReceiver() {
    Taints all = members.deepTaints(receiver);
    boolean client = receiver.refs().stream()
        .anyMatch(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Foreign);
    if (!client || all.isEmpty()) {
      return all;
    }
    return all.without(Label.SECRET);
  }

  /** {@code pattern} with the constant texts of the positions that it names in <code>${}</code>. */
  String filled(String pattern) {
    int at = pattern.indexOf("${");
    if (at < 0) {
      return pattern;
    }
    int end = pattern.indexOf('}', at);
    String name = pattern.substring(at + 2, end < 0 ? pattern.length() : end);
    String text = named(name);
    return pattern.substring(0, at) + text + (end < 0 ? "" : pattern.substring(end + 1));
  }

  /** The text that stands at the first of the positions in {@code names} that has one; the type of the receiver. */
  private String named(String names) {
    if (names.equals("receiver")) {
      return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
    for (String name : names.split("\\|", -1)) {
      Optional<String> text = value(Position.of(name)).constantText();
      if (text.isPresent()) {
        return text.get();
      }
    }
    return "*";
  }

  /** The elements of the container at {@code position}. */
  Value elements(Value container) {
    return members.element(container, Instruction.ElementKind.VALUES);
  }

  /** The constant text of an argument. */
  Optional<String> text(int index) {
    return arguments.at(index).flatMap(arg -> arg.value().constant())
        .flatMap(constant -> constant instanceof Constant.Text(String text) ? Optional.of(text) : Optional.empty());
  }
}
