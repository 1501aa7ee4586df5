package dev.slguard.code.java;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A text of the same length in which comments stand for what is in braces far from a place, so that reading it on trial
 * costs little. What is sound in the text is sound in it.
 */
final class Skeleton {
  private static final int BEFORE = 3_000;
  private static final int BEHIND = 1_000;

  private Skeleton() {}

  static String around(String text, int place) {
    var blocks = new Blocks(text);
    int from = place - BEFORE;
    int to = place + BEHIND;
    // How many more of the groups that are left out begin than end at an offset.
    int[] left = new int[text.length() + 1];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (blocks.isCode(i) && c == '{') {
        open.push(i);
      } else if (blocks.isCode(i) && c == '}' && !open.isEmpty()) {
        int start = open.pop();
        if (i < from || start >= to) {
          left[start + 1]++;
          left[i]--;
        }
      }
    }
    var skeleton = new StringBuilder(text);
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      int before = depth;
      depth += left[i];
      if (before == 0 && depth > 0) {
        begin = i;
      } else if (before > 0 && depth == 0) {
        comment(skeleton, begin, i);
      }
    }
    return skeleton.toString();
  }

  /** A comment in place of a text: to the parser it is one token, blanks are one each. */
  private static void comment(StringBuilder text, int from, int to) {
    if (to - from < 4) {
      return;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        text.setCharAt(i, ' ');
      }
    }
    if (isBlank(text, from, from + 2) && isBlank(text, to - 2, to)) {
      text.replace(from, from + 2, "/*").replace(to - 2, to, "*/");
    }
  }

  private static boolean isBlank(StringBuilder text, int from, int to) {
    return text.charAt(from) == ' ' && text.charAt(to - 1) == ' ';
  }
}
