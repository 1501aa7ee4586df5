package dev.slguard.source;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from texts that keeps its order: two arrays, searched one by one where there are few entries. Documents
 * are made of small mappings, and a hash table for each costs more than all look-ups in it.
 */
public final class FixedMap<V> extends AbstractMap<String, V> implements SequencedMap<String, V> {
  /** From here on a table finds keys; keys are an attacker's, so it must be one that stands collisions. */
  private static final int TABLE_FROM = 16;
  private static final String[] NO_KEYS = {};

  private final String[] keys;
  private final Object[] values;
  private final Map<String, Integer> table;

  private FixedMap(String[] keys, Object[] values, Map<String, Integer> table) {
    this.keys = keys;
    this.values = values;
    this.table = table;
  }

  /** The entries of {@code map} in its order; {@code map} itself if it is such a map. */
  @SuppressWarnings("unchecked")
  public static <V> FixedMap<V> copyOf(Map<String, ? extends V> map) {
    if (map instanceof FixedMap<? extends V> fixed) {
      return (FixedMap<V>) fixed;
    }
    var builder = new Builder<V>(map.size());
    map.forEach(builder::add);
    return builder.build();
  }

  /** The map without entries. */
  public static <V> FixedMap<V> empty() {
    return new FixedMap<>(NO_KEYS, NO_KEYS, Map.of());
  }

  /** The map with one entry. */
  public static <V> FixedMap<V> of(String key, V value) {
    return new FixedMap<>(new String[]{key}, new Object[]{value}, Map.of());
  }

  private static Map<String, Integer> table(String[] keys, int count) {
    if (count < TABLE_FROM) {
      return Map.of();
    }
    var table = HashMap.<String, Integer>newHashMap(count);
    for (int i = 0; i < count; i++) {
      table.put(keys[i], i);
    }
    return table;
  }

  private static int find(String[] keys, int count, Map<String, Integer> table, String key) {
    if (count >= TABLE_FROM) {
      return table.getOrDefault(key, -1);
    }
    for (int i = 0; i < count; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private int find(@Nullable Object key) {
    return key instanceof String text ? find(keys, keys.length, table, text) : -1;
  }

  @SuppressWarnings("unchecked")
  private V value(int i) {
    return (V) values[i];
  }

  private Map.Entry<String, V> entry(int i) {
    return new SimpleImmutableEntry<>(keys[i], value(i));
  }

  /** The same keys, each with what {@code change} makes of it and its value; this map itself if all values stay. */
  @SuppressWarnings("ReferenceEquality")
  public FixedMap<V> changed(BiFunction<? super String, ? super V, ? extends V> change) {
    Object[] changed = values;
    for (int i = 0; i < keys.length; i++) {
      V value = change.apply(keys[i], value(i));
      if (value != values[i]) {
        changed = changed == values ? values.clone() : changed;
        changed[i] = value;
      }
    }
    return changed == values ? this : new FixedMap<>(keys, changed, table);
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    int i = find(key);
    return i < 0 ? null : value(i);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return find(key) >= 0;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], value(i));
    }
  }

  @Override
  public Set<String> keySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.length;
      }

      @Override
      public boolean contains(Object key) {
        return containsKey(key);
      }

      @Override
      public Iterator<String> iterator() {
        return Arrays.asList(keys).iterator();
      }
    };
  }

  @Override
  public List<V> values() {
    return new AbstractList<>() {
      @Override
      public int size() {
        return values.length;
      }

      @Override
      public V get(int i) {
        return value(i);
      }
    };
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.length;
      }

      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < keys.length;
          }

          @Override
          public Map.Entry<String, V> next() {
            if (next >= keys.length) {
              throw new NoSuchElementException();
            }
            return entry(next++);
          }
        };
      }
    };
  }

  @Override
  public Map.@Nullable Entry<String, V> firstEntry() {
    return keys.length == 0 ? null : entry(0);
  }

  @Override
  public Map.@Nullable Entry<String, V> lastEntry() {
    return keys.length == 0 ? null : entry(keys.length - 1);
  }

  @Override
  public FixedMap<V> reversed() {
    var builder = new Builder<V>(keys.length);
    for (int i = keys.length - 1; i >= 0; i--) {
      builder.add(keys[i], value(i));
    }
    return builder.build();
  }

  /** Takes entries one by one. Not thread-safe. */
  public static final class Builder<V> {
    private String[] keys;
    private Object[] values;
    private Map<String, Integer> table = Map.of();
    private int count;

    /** A builder for about {@code expected} entries. */
    public Builder(int expected) {
      keys = new String[expected];
      values = new Object[expected];
    }

    /**
     * The value of {@code key} from now on; a key that is there keeps its place.
     *
     * @return what it was before
     */
    @SuppressWarnings("unchecked")
    public @Nullable V put(String key, V value) {
      int i = find(keys, count, table, key);
      if (i < 0) {
        add(key, value);
        return null;
      }
      var before = (V) values[i];
      values[i] = value;
      return before;
    }

    /** The value of {@code key} from now on, unless it has one. */
    public void putIfAbsent(String key, V value) {
      if (find(keys, count, table, key) < 0) {
        add(key, value);
      }
    }

    /** A further entry, whose key is not there yet. */
    private void add(String key, V value) {
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, Math.max(4, count * 2));
        values = Arrays.copyOf(values, keys.length);
      }
      keys[count] = key;
      values[count++] = value;
      if (count == TABLE_FROM) {
        table = table(keys, count);
      } else if (count > TABLE_FROM) {
        table.put(key, count - 1);
      }
    }

    /** The map; the builder is of no more use. */
    public FixedMap<V> build() {
      return new FixedMap<>(count == keys.length ? keys : Arrays.copyOf(keys, count),
          count == values.length ? values : Arrays.copyOf(values, count), table);
    }
  }
}
