package dev.slguard.iam.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The condition keys of a request. Names of keys, tag keys in them included, ignore case. Immutable. */
public final class Context {
  /** A request without any keys. */
  public static final Context EMPTY = new Context(Map.of(), new ContextValue.Missing());

  private final Map<String, ContextValue> values;
  private final ContextValue otherwise;

  private Context(Map<String, ContextValue> values, ContextValue otherwise) {
    this.values = Map.copyOf(values);
    this.otherwise = otherwise;
  }

  /** A request whose keys are all given. */
  public static Context of(Map<String, List<String>> values) {
    var lower = new HashMap<String, ContextValue>();
    values.forEach((key, list) -> lower.put(key.toLowerCase(Locale.ROOT), new ContextValue.Present(list)));
    return new Context(lower, new ContextValue.Missing());
  }

  /**
   * Any request made at or after {@code asOf}: nothing is known but that time (IAM conditions on dates before it are
   * settled).
   *
   * @param asOf seconds since 1970
   */
  public static Context anyRequestSince(long asOf) {
    var since = new ContextValue.Since(asOf);
    return new Context(Map.of("aws:currenttime", since, "aws:epochtime", since, "aws:tokenissuetime", since),
        new ContextValue.Symbolic());
  }

  /** This context with {@code key} set, unless it is given already. */
  public Context withDefault(String key, String value) {
    return values.containsKey(key.toLowerCase(Locale.ROOT))
        ? this
        : with(key, new ContextValue.Present(List.of(value)));
  }

  /** This context with {@code key} set. */
  public Context with(String key, ContextValue value) {
    var changed = new HashMap<>(values);
    changed.put(key.toLowerCase(Locale.ROOT), value);
    return new Context(changed, otherwise);
  }

  /** What the request says under {@code key}. */
  public ContextValue get(String key) {
    return values.getOrDefault(key.toLowerCase(Locale.ROOT), otherwise);
  }

  /** The keys that are given, in lower case, sorted. */
  public List<String> keys() {
    var keys = new ArrayList<>(values.keySet());
    keys.sort(null);
    return keys;
  }
}
