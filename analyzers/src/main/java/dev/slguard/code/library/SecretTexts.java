package dev.slguard.code.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which texts written in code are secrets by their look: known formats of keys, and texts that nobody writes but as a
 * password or key. Immutable.
 */
public final class SecretTexts {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 4_096;
  private static final int SHORTEST_ARGUMENT = 3;
  private static final double LEAST_ENTROPY = 2.8;
  private static final int SHOWN = 3;
  private static final List<String> SCHEMES = List.of("Bearer ", "Basic ", "Token ");
  private static final List<String> CONNECTED_TO = List.of("host=", "server=", "data source=", "dbname=", "hostaddr=");
  private static final List<String> PASSWORDS = List.of("password=", "pwd=");
  private static final String OF_WORDS = "-_./: ";

  private final List<Format> formats;
  private final List<String> placeholders;

  /** Characters of a key. */
  public enum Characters {
    /** {@code A-Z 0-9}. */
    UPPER,
    /** {@code A-Z a-z 0-9 _ -}. */
    WORD,
    /** Those of a word and {@code . + / =}. */
    TOKEN,
    /** Those of base64, behind the text that must stand in it as well: what PEM (RFC 7468) puts between its lines. */
    BODY
  }

  /**
   * A known format of keys: one of {@code starts} where a word begins, then at least {@code least} characters.
   *
   * @param most characters that follow at most; 0 for any number
   * @param has a text that must stand in it as well; empty for none
   */
  public record Format(String name, List<String> starts, Characters of, int least, int most, String has) {
    public Format {
      starts = List.copyOf(starts);
    }

    boolean matches(String text) {
      if (!text.contains(has) || of == Characters.BODY && !hasBody(text)) {
        return false;
      } else if (of == Characters.BODY) {
        return starts.stream().anyMatch(text::contains);
      }
      for (String start : starts) {
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
          if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) && follows(text, at + start.length())) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean hasBody(String text) {
      int at = text.indexOf(has) + has.length();
      int found = 0;
      for (; at < text.length() && found < least; at++) {
        char c = text.charAt(at);
        boolean line = c == '\n' || c == '\r' || c == '\\' || c == 'n' && text.charAt(at - 1) == '\\';
        if (!line && !isOne(c)) {
          return false;
        }
        found += line ? 0 : 1;
      }
      return found >= least;
    }

    private boolean follows(String text, int from) {
      int end = from;
      int last = most == 0 ? text.length() : Math.min(text.length(), from + most + 1);
      while (end < last && isOne(text.charAt(end))) {
        end++;
      }
      return end - from >= least && (most == 0 || end - from <= most);
    }

    private boolean isOne(char c) {
      boolean upper = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      boolean word = upper || c >= 'a' && c <= 'z' || c == '_' || c == '-';
      return switch (of) {
        case UPPER -> upper;
        case WORD -> word;
        case TOKEN, BODY -> word || c == '.' || c == '+' || c == '/' || c == '=';
      };
    }
  }

  /**
   * Knows {@code formats}.
   *
   * @param placeholders parts of texts, in lower case, that stand where a secret is to be put: {@code changeme}
   */
  public SecretTexts(List<Format> formats, List<String> placeholders) {
    this.formats = List.copyOf(formats);
    this.placeholders = List.copyOf(placeholders);
  }

  /** The name of the format that {@code text} has; empty for a text that is no secret by its format. */
  public Optional<String> format(String text) {
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return Optional.empty();
    }
    for (Format format : formats) {
      if (format.matches(text)) {
        return isPlaceholder(text) ? Optional.empty() : Optional.of(format.name());
      }
    }
    return hasPassword(text) ? Optional.of("address with a password") : Optional.empty();
  }

  /** {@code scheme://user:password@host}. */
  private boolean hasPassword(String text) {
    int scheme = text.indexOf("://");
    if (scheme <= 0) {
      return namesPassword(text);
    }
    int end = scheme + 3;
    int colon = -1;
    while (end < text.length() && "/?#@ \n".indexOf(text.charAt(end)) < 0) {
      colon = text.charAt(end) == ':' && colon < 0 ? end : colon;
      end++;
    }
    if (colon < 0 || end >= text.length() || text.charAt(end) != '@' || end - colon < SHORTEST_ARGUMENT + 1) {
      return false;
    }
    return isWritten(text.substring(colon + 1, end));
  }

  private boolean isWritten(String password) {
    return password.length() >= SHORTEST_ARGUMENT && "$<{%".indexOf(password.charAt(0)) < 0 && !isPlaceholder(password)
        && !password.equalsIgnoreCase("password") && !password.equalsIgnoreCase("pass");
  }

  /** {@code host=h password=p} and {@code Server=h;Password=p}: settings of a connection, one of them a password. */
  private boolean namesPassword(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    if (CONNECTED_TO.stream().noneMatch(plain::contains)) {
      return false;
    }
    for (String key : PASSWORDS) {
      int at = plain.indexOf(key);
      if (at == 0 || at > 0 && "; ".indexOf(plain.charAt(at - 1)) >= 0) {
        int end = at + key.length();
        while (end < text.length() && "; ".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        return isWritten(text.substring(at + key.length(), end));
      }
    }
    return false;
  }

  /** Whether {@code text}, given to something that takes a credential, is one: anything but a placeholder. */
  public boolean isCredential(String text) {
    return text.strip().length() >= SHORTEST_ARGUMENT && text.length() <= LONGEST && !isPlaceholder(text);
  }

  /** Whether {@code text}, kept under a name that says so, is a secret rather than the name of one. */
  public boolean isSecret(String written) {
    String text = withoutScheme(written);
    if (text.length() < SHORTEST || text.length() > LONGEST || isPlaceholder(text) || isReference(text)) {
      return false;
    }
    boolean letters = false;
    boolean digits = false;
    boolean signs = false;
    boolean capitals = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~') {
        return false;
      }
      boolean lower = c >= 'a' && c <= 'z';
      boolean upper = c >= 'A' && c <= 'Z';
      letters |= lower || upper;
      digits |= c >= '0' && c <= '9';
      signs |= !lower && !upper && !(c >= '0' && c <= '9') && OF_WORDS.indexOf(c) < 0;
      capitals &= upper || c == '_' || c >= '0' && c <= '9';
    }
    boolean constant = capitals && text.indexOf('_') > 0;
    return letters && (digits || signs) && !constant && entropy(text) >= LEAST_ENTROPY;
  }

  /** What follows the name of a scheme in a header {@code Authorization} (RFC 9110, section 11.4). */
  private static String withoutScheme(String text) {
    for (String scheme : SCHEMES) {
      if (text.length() > scheme.length() && text.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return text.substring(scheme.length());
      }
    }
    return text;
  }

  private static boolean isReference(String text) {
    return text.startsWith("arn:") || text.startsWith("/") || text.startsWith("./") || text.startsWith("$")
        || text.contains("://") || text.startsWith("ssm:") || text.startsWith("s3:")
        || text.endsWith("=") && text.indexOf('&') > 0 || text.contains("(") && text.contains(")");
  }

  private boolean isPlaceholder(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    if (plain.indexOf('<') >= 0 && plain.indexOf('>') > 0 || plain.contains("${") || plain.contains("{{")
        || plain.contains("%s")) {
      return true;
    }
    for (String placeholder : placeholders) {
      if (plain.contains(placeholder)) {
        return true;
      }
    }
    return plain.chars().distinct().count() <= 2;
  }

  /** Bits a character (Shannon 1948), over the characters of the text itself. */
  private static double entropy(String text) {
    var counts = new int[128];
    text.chars().forEach(c -> counts[c & 127]++);
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** Whether {@code text} is known from documentation: nobody's key. */
  public static boolean isExample(String text) {
    return text.endsWith("EXAMPLE") || text.endsWith("EXAMPLEKEY");
  }

  /** {@code text} without what makes it a secret: its first characters and its length. */
  public static String masked(String text) {
    String start = text.length() < 4 * SHOWN || text.charAt(0) <= ' ' ? "" : text.substring(0, SHOWN);
    return start + "… (" + text.length() + " characters)";
  }
}
