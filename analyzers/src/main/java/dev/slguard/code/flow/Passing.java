package dev.slguard.code.flow;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Instruction;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates what a call passes. */
final class Passing {
  private final Frame frame;
  private final Members members;

  Passing(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
  }

  Arguments arguments(Instruction.Call call) {
    List<Arguments.Arg> positional = new ArrayList<>();
    Map<String, Arguments.Arg> keywords = new LinkedHashMap<>();
    Value more = Value.NONE;
    for (Argument argument : call.arguments()) {
      Value value = frame.value(argument.value());
      switch (argument.kind()) {
        case POSITIONAL -> positional.add(new Arguments.Arg(value, argument.at()));
        case KEYWORD -> keywords.put(argument.name(), new Arguments.Arg(value, argument.at()));
        case SPREAD -> more = more.or(spread(value, positional, argument.at()));
        case KEYWORD_SPREAD -> more = more.or(keywordSpread(value, keywords, argument.at()));
      }
    }
    return new Arguments(positional, keywords, more);
  }

  private Value spread(Value list, List<Arguments.Arg> positional, Span at) {
    if (list.refs().size() == 1 && list.refs().getFirst() instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Listing && frame.thing(id).length() >= 0) {
      Thing thing = frame.thing(id);
      for (int i = 0; i < thing.length(); i++) {
        Value item = thing.members().get(frame.analysis().symbols().of(Integer.toString(i)), Value.NOTHING);
        positional.add(new Arguments.Arg(item, at));
      }
      return Value.NONE;
    }
    Value any = members.element(list, Instruction.ElementKind.VALUES);
    positional.add(new Arguments.Arg(any, at));
    return any;
  }

  private Value keywordSpread(Value map, Map<String, Arguments.Arg> keywords, Span at) {
    Value more = map.isOpen() ? Value.tainted(map.taints()) : Value.NONE;
    for (Ref ref : map.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        thing.members().forEach((symbol, value) -> {
          if (symbol >= Symbols.RESERVED) {
            keywords.put(frame.analysis().symbols().name(symbol), new Arguments.Arg(value, at));
          }
        });
        more = more.or(thing.rest());
      }
    }
    if (!more.taints().isEmpty()) {
      keywords.put("**", new Arguments.Arg(more, at));
    }
    return more;
  }

  /** The entries of {@code map} as keywords. */
  Arguments spread(Value map, Span at) {
    Map<String, Arguments.Arg> keywords = new LinkedHashMap<>();
    Value more = keywordSpread(map, keywords, at);
    return new Arguments(List.of(), keywords, more);
  }
}
