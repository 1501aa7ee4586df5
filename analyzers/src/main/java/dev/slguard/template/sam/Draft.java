package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object under construction: entries can be added, replaced and changed in depth until {@link #build} freezes it.
 * Every entry keeps the place of the line it was made from. Not shared between threads.
 */
final class Draft {
  private final Span at;
  private final LinkedHashMap<String, Tree.Entry> entries = new LinkedHashMap<>();
  /** Objects under construction below this one; most have none. */
  private Map<String, Draft> open = Map.of();

  private Draft(Span at) {
    this.at = at;
  }

  /** An empty object at {@code at}. */
  static Draft at(Span at) {
    return new Draft(at);
  }

  /** A changeable copy of {@code written}. */
  static Draft of(Tree.Mapping written) {
    var draft = new Draft(written.at());
    written.entries().forEach(draft.entries::put);
    return draft;
  }

  /** A changeable copy of {@code tree}; empty at its place if it is no object. */
  static Draft of(Tree tree) {
    return tree instanceof Tree.Mapping mapping ? of(mapping) : new Draft(tree.at());
  }

  Span at() {
    return at;
  }

  private void close(String key) {
    if (!open.isEmpty()) {
      open.remove(key);
    }
  }

  private void open(String key, Draft child) {
    if (open.isEmpty()) {
      open = new LinkedHashMap<>();
    }
    open.put(key, child);
  }

  Draft put(String key, Tree value) {
    close(key);
    entries.put(key, new Tree.Entry(value.at(), value));
    return this;
  }

  /** Adds the entry {@code key} of {@code from} under the name {@code name}, with the place of its key. */
  private void put(String name, Tree.Mapping from, String key) {
    Tree.Entry entry = from.entries().get(key);
    if (entry != null) {
      close(name);
      entries.put(name, entry);
    }
  }

  Draft put(String key, String text) {
    return put(key, Tree.Scalar.text(text, at));
  }

  Draft put(String key, boolean value) {
    return put(key, new Tree.Scalar(Boolean.toString(value), Tree.Kind.BOOLEAN, at));
  }

  Draft put(String key, int value) {
    return put(key, new Tree.Scalar(Integer.toString(value), Tree.Kind.NUMBER, at));
  }

  /** Adds {@code value}, which may still change. */
  Draft put(String key, Draft value) {
    entries.putIfAbsent(key, new Tree.Entry(value.at, Tree.emptyMapping(value.at)));
    open(key, value);
    return this;
  }

  Draft put(String key, Optional<? extends Tree> value) {
    value.ifPresent(tree -> put(key, tree));
    return this;
  }

  /** Adds those of the entries {@code keys} that {@code from} has, under their own names. */
  Draft take(Tree.Mapping from, String... keys) {
    for (String key : keys) {
      put(key, from, key);
    }
    return this;
  }

  /** Adds the entry {@code key} of {@code from}, if there is one, under {@code name}. */
  Draft takeAs(String name, Tree.Mapping from, String key) {
    put(name, from, key);
    return this;
  }

  /** Adds all entries of {@code from}. */
  Draft takeAll(Tree.Mapping from) {
    from.entries().keySet().forEach(key -> put(key, from, key));
    return this;
  }

  void remove(String key) {
    close(key);
    entries.remove(key);
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Set<String> keys() {
    return Set.copyOf(entries.keySet());
  }

  /** The keys in order. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** The object under {@code key}, to be changed in place; made if there is none or it is something else. */
  Draft child(String key) {
    return child(key, at);
  }

  /** As {@link #child(String)}; what is made has the place {@code place}. */
  Draft child(String key, Span place) {
    Draft child = open.get(key);
    if (child == null) {
      Tree.Entry entry = entries.get(key);
      child = entry != null && entry.value() instanceof Tree.Mapping mapping ? of(mapping) : new Draft(place);
      entries.putIfAbsent(key, new Tree.Entry(place, Tree.emptyMapping(place)));
      open(key, child);
    }
    return child;
  }

  /** What stands under {@code key} now. */
  Optional<Tree> get(String key) {
    Draft child = open.get(key);
    if (child != null) {
      return Optional.of(child.build());
    }
    Tree.Entry entry = entries.get(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }

  /** The place of the key {@code key}, else that of the object. */
  Span keyAt(String key) {
    Tree.Entry entry = entries.get(key);
    return entry == null ? at : entry.keyAt();
  }

  /** The object as it stands. */
  Tree.Mapping build() {
    if (open.isEmpty()) {
      return new Tree.Mapping(entries, at);
    }
    var all = new LinkedHashMap<>(entries);
    open.forEach((key, child) -> all.computeIfPresent(key, (_, entry) -> new Tree.Entry(entry.keyAt(), child.build())));
    return new Tree.Mapping(all, at);
  }
}
