package dev.slguard.code.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who chooses the fields of one kind of event. Names are compared without case and underscores, so that one table serves
 * the accessors of every language; an index is any element.
 *
 * @param fields paths such as {@code Records[*].s3.object.key} with their trust; longer ones win
 * @param secrets paths that hold credentials
 * @param texts paths whose values are texts, never objects, until they are parsed
 * @param otherwise trust of fields that stand nowhere in the table
 */
public record EventFields(Map<String, Trust> fields, List<String> secrets, List<String> texts, Trust otherwise) {
  /** Stands in paths for the keys of a map rather than what stands under them. */
  public static final String KEYS = "@keys";

  public EventFields {
    fields = Map.copyOf(fields);
    secrets = List.copyOf(secrets);
    texts = List.copyOf(texts);
  }

  /** Who chooses the value at {@code path} (each member after a slash), or the most dangerous part of it. */
  public Trust trust(String path) {
    List<String> wanted = words(path, '/');
    Trust best = otherwise;
    int longest = -1;
    for (Map.Entry<String, Trust> field : fields.entrySet()) {
      List<String> known = words(field.getKey(), '.');
      boolean covers = covers(known, 0, wanted, 0, false);
      // An element that nobody names may be any of them.
      boolean inside = inside(known, 0, wanted, 0) || !covers && covers(known, 0, wanted, 0, true);
      if (covers && (known.size() > longest || known.size() == longest && field.getValue().compareTo(best) < 0)) {
        longest = known.size();
        best = field.getValue();
      } else if (inside && longest < 0 && field.getValue().compareTo(best) < 0) {
        best = field.getValue();
      }
    }
    return longest >= 0 ? best : wholes(wanted, best);
  }

  /** A part of the event that holds dangerous fields is as dangerous as they are. */
  private Trust wholes(List<String> wanted, Trust known) {
    Trust best = known;
    for (Map.Entry<String, Trust> field : fields.entrySet()) {
      if (inside(words(field.getKey(), '.'), 0, wanted, 0) && field.getValue().compareTo(best) < 0) {
        best = field.getValue();
      }
    }
    return best;
  }

  /** Whether some field is a credential. */
  public boolean hasSecrets() {
    return !secrets.isEmpty();
  }

  /** Whether some field below {@code path} is a credential. */
  public boolean holdsSecrets(String path) {
    List<String> wanted = words(path, '/');
    return secrets.stream().map(secret -> words(secret, '.'))
        .anyMatch(secret -> secret.size() > wanted.size() && !path.endsWith("*") && inside(secret, 0, wanted, 0));
  }

  /** Whether the value at {@code path} is a credential. */
  public boolean isSecret(String path) {
    List<String> wanted = words(path, '/');
    return secrets.stream().map(secret -> words(secret, '.')).anyMatch(secret -> covers(secret, 0, wanted, 0, true));
  }

  /** Whether the value at {@code path} is a text for sure. */
  public boolean isText(String path) {
    List<String> wanted = words(path, '/');
    // What a text spells may be anything.
    return !path.contains("/$") && texts.stream().map(text -> words(text, '.'))
        .anyMatch(text -> text.size() == wanted.size() && covers(text, 0, wanted, 0, true));
  }

  /**
   * Whether {@code wanted} is at or below {@code known}; an element read from the whole list may leave out the index.
   *
   * @param any whether an element of {@code wanted} that is not named counts as the one of {@code known}
   */
  private static boolean covers(List<String> known, int i, List<String> wanted, int j, boolean any) {
    if (i == known.size() || j == wanted.size()) {
      return i == known.size();
    }
    boolean sure = any || !wanted.get(j).equals("*") || known.get(i).equals("*");
    return sure && matches(known.get(i), wanted.get(j)) && covers(known, i + 1, wanted, j + 1, any)
        || known.get(i).equals("*") && !isIndex(wanted.get(j)) && covers(known, i + 1, wanted, j, any);
  }

  /** Whether {@code known} is below {@code wanted}; a named member of a list's elements is none of the elements. */
  private static boolean inside(List<String> known, int i, List<String> wanted, int j) {
    if (j == wanted.size()) {
      return true;
    } else if (i == known.size()) {
      return false;
    }
    boolean named = known.get(i).equals("*") && !isIndex(wanted.get(j)) && j == wanted.size() - 1;
    return matches(known.get(i), wanted.get(j)) && !named && inside(known, i + 1, wanted, j + 1)
        || known.get(i).equals("*") && !isIndex(wanted.get(j)) && inside(known, i + 1, wanted, j);
  }

  private static boolean isIndex(String word) {
    return word.equals("*") || word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Keys of a map are none of its elements. */
  private static boolean matches(String known, String wanted) {
    return known.equals("*") && !wanted.equals(KEYS) || wanted.equals("*") && !known.isEmpty() || known.equals(wanted);
  }

  private static List<String> words(String path, char separator) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= path.length(); i++) {
      char c = i < path.length() ? path.charAt(i) : separator;
      if (c == separator || c == '[') {
        // What a text spells is told by the text's own place.
        if (!word.isEmpty() && !word.toString().equals("$")) {
          words.add(word.toString());
        }
        word.setLength(0);
      } else if (c != ']' && c != '_' && c != '-') {
        word.append(Character.toLowerCase(c));
      }
    }
    return words;
  }

  /** A shape's name as models write it: {@code http-api-v2}. */
  public static String key(String shape) {
    return shape.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
