package dev.slguard.code.python;

import java.text.Normalizer;

/** The names of one file, each made a string once, and which of them are keywords. Not thread-safe: one a file. */
final class NameTable {
  /** Names that collide more often than this are not kept, so that chosen names cannot make look-up slow. */
  private static final int PROBES = 24;

  private String[] names = new String[512];
  private TokenKind[] kinds = new TokenKind[512];
  private int size;
  private TokenKind lastKind = TokenKind.NAME;

  NameTable() {
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isKeyword()) {
        char[] spelling = kind.spelling().toCharArray();
        int slot = free(hash(spelling, 0, spelling.length));
        names[slot] = kind.spelling();
        kinds[slot] = kind;
        size++;
      }
    }
  }

  /** The name at {@code start} to {@code end} of {@code text}, as Python compares it (NFKC). */
  String name(char[] text, int start, int end) {
    int mask = names.length - 1;
    int slot = hash(text, start, end) & mask;
    for (int probe = 0; probe < PROBES; probe++, slot = slot + 1 & mask) {
      if (kinds[slot] == null) {
        return keep(slot, text, start, end);
      }
      if (same(names[slot], text, start, end)) {
        lastKind = kinds[slot];
        return names[slot];
      }
    }
    lastKind = TokenKind.NAME;
    return normal(new String(text, start, end - start));
  }

  /** Whether the name that was looked up last is a keyword, and which. */
  TokenKind lastKind() {
    return lastKind;
  }

  private String keep(int slot, char[] text, int start, int end) {
    String name = new String(text, start, end - start);
    lastKind = TokenKind.NAME;
    String normal = normal(name);
    if (!normal.equals(name)) {
      return normal;
    }
    names[slot] = name;
    kinds[slot] = TokenKind.NAME;
    if (++size * 2 > names.length) {
      grow();
    }
    return name;
  }

  private void grow() {
    String[] oldNames = names;
    TokenKind[] oldKinds = kinds;
    names = new String[oldNames.length * 2];
    kinds = new TokenKind[oldNames.length * 2];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldKinds[i] != null) {
        int slot = free(spread(oldNames[i].hashCode()));
        names[slot] = oldNames[i];
        kinds[slot] = oldKinds[i];
      }
    }
  }

  private int free(int hash) {
    int mask = names.length - 1;
    int slot = hash & mask;
    while (kinds[slot] != null) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static boolean same(String name, char[] text, int start, int end) {
    int length = end - start;
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text[i];
    }
    return spread(hash);
  }

  private static int spread(int hash) {
    return hash ^ hash >>> 15;
  }

  private static String normal(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
      }
    }
    return name;
  }
}
