package dev.slguard.code.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a call, as models write it: {@code 0}, {@code 2..} (the third and all after it),
 * {@code kw:shell}, {@code receiver}, {@code return}, each followed by members: {@code 0.sql}, {@code 0[0]},
 * {@code return.Parameters[*].Value}. {@code *} is every argument and keyword, {@code event} the event of
 * the entry point, which decorators of its handler see.
 *
 * @param index of a positional argument, from 0
 * @param name of a keyword argument
 * @param members keys to follow from there; {@code *} is any element
 */
public record Position(Root root, int index, String name, List<String> members) {
  /** The part of the call that the position starts from. */
  public enum Root {
    ARGUMENT, FROM, KEYWORD, EVERY, RECEIVER, RESULT, EVENT
  }

  public Position {
    members = List.copyOf(members);
  }

  /** A positional argument. */
  public static Position argument(int index) {
    return new Position(Root.ARGUMENT, index, "", List.of());
  }

  /** The result. */
  public static Position result() {
    return new Position(Root.RESULT, 0, "", List.of());
  }

  /** The receiver. */
  public static Position receiver() {
    return new Position(Root.RECEIVER, 0, "", List.of());
  }

  /** Every argument. */
  public static Position every() {
    return new Position(Root.EVERY, 0, "", List.of());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none, with a message for the author of the model
   */
  public static Position of(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '[' && (text.charAt(end) != '.' || text.startsWith("..", end))) {
      end += text.startsWith("..", end) ? 2 : 1;
    }
    String head = text.substring(0, end);
    List<String> members = members(text, end);
    if (head.equals("receiver")) {
      return new Position(Root.RECEIVER, 0, "", members);
    } else if (head.equals("return")) {
      return new Position(Root.RESULT, 0, "", members);
    } else if (head.equals("event")) {
      return new Position(Root.EVENT, 0, "", members);
    } else if (head.equals("*")) {
      return new Position(Root.EVERY, 0, "", members);
    } else if (head.startsWith("kw:")) {
      return new Position(Root.KEYWORD, 0, head.substring(3), members);
    }
    boolean from = head.endsWith("..");
    String digits = from ? head.substring(0, head.length() - 2) : head;
    if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException(
          "'" + text + "' is no position: expected a number, 'kw:name', 'receiver', 'return' or '*'");
    }
    return new Position(from ? Root.FROM : Root.ARGUMENT, Integer.parseInt(digits), "", members);
  }

  private static List<String> members(String text, int start) {
    List<String> members = new ArrayList<>();
    int at = start;
    while (at < text.length()) {
      if (text.charAt(at) == '[') {
        int close = text.indexOf(']', at);
        if (close < 0) {
          throw new IllegalArgumentException("'" + text + "' lacks a ']'");
        }
        members.add(text.substring(at + 1, close));
        at = close + 1;
      } else {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != '.' && text.charAt(next) != '[') {
          next++;
        }
        members.add(text.substring(at + 1, next));
        at = next;
      }
    }
    return members;
  }
}
