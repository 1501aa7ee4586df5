package dev.slguard.code.javascript;

import java.util.Arrays;

/**
 * The words of one file, each kept once, with the token kind of each. Open addressing over the characters, so that
 * looking a word up allocates nothing.
 */
final class Words {
  private static final Token[] TOKENS = Token.values();

  private String[] words = new String[1024];
  private Token[] kinds = new Token[1024];
  private int count;

  Words() {
    for (Token token : TOKENS) {
      if (token.isKeyword()) {
        char[] chars = token.text().toCharArray();
        kinds[slot(chars, 0, chars.length)] = token;
      }
    }
  }

  /** The place of the word in {@code text} from {@code start} up to {@code end}, for {@link #word} and {@link #kind}. */
  int slot(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text[i];
    }
    int mask = words.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (words[slot] != null) {
      if (matches(words[slot], text, start, end)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    if (count * 2 > words.length) {
      grow();
      return slot(text, start, end);
    }
    count++;
    words[slot] = new String(text, start, end - start);
    kinds[slot] = Token.NAME;
    return slot;
  }

  String word(int slot) {
    return words[slot];
  }

  Token kind(int slot) {
    return kinds[slot];
  }

  private static boolean matches(String word, char[] text, int start, int end) {
    int length = end - start;
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    String[] oldWords = words;
    Token[] oldKinds = kinds;
    words = new String[oldWords.length * 2];
    kinds = Arrays.copyOf(oldKinds, oldKinds.length * 2);
    int mask = words.length - 1;
    for (int i = 0; i < oldWords.length; i++) {
      if (oldWords[i] != null) {
        int hash = oldWords[i].hashCode();
        int slot = (hash ^ hash >>> 15) & mask;
        while (words[slot] != null) {
          slot = slot + 1 & mask;
        }
        words[slot] = oldWords[i];
        kinds[slot] = oldKinds[i];
      }
    }
  }
}
