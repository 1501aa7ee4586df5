package dev.slguard.code.flow;

import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a call.
 *
 * @param positional in order
 * @param keywords by name
 * @param more what further positional or keyword arguments may be: items of a list of unknown length;
 *     {@link Value#NONE} if there are none
 */
record Arguments(List<Arg> positional, Map<String, Arg> keywords, Value more) {
  /** One argument. */
  record Arg(Value value, Span at) {}

  static final Arguments NONE = new Arguments(List.of(), Map.of(), Value.NONE);

  static Arguments of(List<Value> values, Span at) {
    List<Arg> positional = new ArrayList<>(values.size());
    values.forEach(value -> positional.add(new Arg(value, at)));
    return new Arguments(positional, Map.of(), Value.NONE);
  }

  Optional<Arg> at(int index) {
    return index < positional.size() ? Optional.of(positional.get(index)) : Optional.empty();
  }

  Value value(int index) {
    return index < positional.size() ? positional.get(index).value() : more;
  }

  Optional<Arg> keyword(String name) {
    return Optional.ofNullable(keywords.get(name));
  }

  /** All of them. */
  List<Arg> all() {
    List<Arg> all = new ArrayList<>(positional);
    all.addAll(keywords.values());
    return all;
  }

  /** With {@code first} in front. */
  Arguments behind(List<Arg> first) {
    List<Arg> all = new ArrayList<>(first);
    all.addAll(positional);
    return new Arguments(all, keywords, more);
  }

  /** Without the first {@code count}. */
  Arguments after(int count) {
    return new Arguments(positional.subList(Math.min(count, positional.size()), positional.size()), keywords, more);
  }

  /** With keywords as well. */
  Arguments with(Map<String, Arg> more2) {
    Map<String, Arg> all = new LinkedHashMap<>(more2);
    all.putAll(keywords);
    return new Arguments(positional, all, more);
  }
}
