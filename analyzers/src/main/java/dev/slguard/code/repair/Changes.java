package dev.slguard.code.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The changes of one token near a syntax error, the nearest first. */
final class Changes {
  /** Tokens before the error that are tried: where semicolons may be left out, an error is noticed late. */
  private static final int BEFORE = 10;
  /** The same, brackets with all that stands in them being one token. */
  private static final int STEPS = 16;
  private static final int BEHIND = 2;
  /** Tokens between the holes of a template. */
  private static final int TEMPLATE = 8;

  private final String text;
  private final List<RoughTokens.Token> tokens;
  private final List<String> missing;
  private final int at;
  private final List<Edit> edits = new ArrayList<>();

  Changes(String text, int problem, List<String> missing) {
    this.text = text;
    this.missing = missing;
    tokens = RoughTokens.around(text, problem, BEFORE + STEPS);
    int index = 0;
    while (index < tokens.size() && tokens.get(index).end() <= problem) {
      index++;
    }
    at = index;
  }

  /** The removals of a token that stands twice where no grammar has that: nothing else is likelier. */
  List<Edit> doubled() {
    var doubled = new ArrayList<Edit>();
    for (int i = Math.max(1, at - BEFORE); i < Math.min(tokens.size(), at + BEHIND); i++) {
      RoughTokens.Token token = tokens.get(i);
      if (token.in(text).equals(tokens.get(i - 1).in(text))
          && "()[]{}!~+-*;`".indexOf(text.charAt(token.start())) < 0) {
        doubled.add(removal(token));
      }
    }
    return doubled;
  }

  private Edit removal(RoughTokens.Token token) {
    return new Edit(token.start(), token.end(), " ".repeat(token.end() - token.start()),
        shown(token.in(text)) + " is left out here");
  }

  List<Edit> all() {
    var places = new TreeSet<Integer>();
    for (int i = Math.max(0, at - BEFORE); i < at; i++) {
      places.add(i);
    }
    int index = at;
    for (int i = 0; i < STEPS && index > 0; i++) {
      index = before(index);
      places.add(index);
    }
    changeAt(at);
    insertAt(at);
    for (int place : places.descendingSet()) {
      changeAt(place);
      insertAt(place);
      if (place == at - 1) {
        for (int i = 1; i <= BEHIND; i++) {
          changeAt(at + i);
          insertAt(at + i);
        }
      }
    }
    return edits;
  }

  /** The token before {@code index}, or the bracket that opens what it closes. */
  private int before(int index) {
    int depth = 0;
    for (int i = index - 1; i >= 0; i--) {
      int end = tokens.get(i).end();
      switch (text.charAt(end - 1)) {
        case ')', ']', '}' -> depth++;
        case '(', '[', '{' -> depth--;
        default -> {
        }
      }
      if (depth <= 0) {
        return i;
      }
    }
    return index - 1;
  }

  private void changeAt(int index) {
    if (index < 0 || index >= tokens.size()) {
      return;
    }
    RoughTokens.Token token = tokens.get(index);
    swap(token, index + 1);
    edits.add(removal(token));
    RoughTokens.Token part = template(index);
    if (part.end() > token.end()) {
      int next = index;
      while (next < tokens.size() && tokens.get(next).start() < part.end()) {
        next++;
      }
      swap(part, next);
      if (index > 0) {
        swap(tokens.get(index - 1), part);
      }
    }
  }

  /** The part of a template that begins at a token with the end of a hole and reaches to the next one. */
  private RoughTokens.Token template(int index) {
    RoughTokens.Token first = tokens.get(index);
    char c = text.charAt(first.start());
    for (int i = index + 1; (c == '}' || c == '`') && i < Math.min(tokens.size(), index + TEMPLATE); i++) {
      String written = tokens.get(i).in(text);
      if (written.equals("${") || written.equals("`")) {
        return new RoughTokens.Token(first.start(), tokens.get(i).end());
      }
    }
    return first;
  }

  private void swap(RoughTokens.Token token, int next) {
    if (next < tokens.size()) {
      swap(token, tokens.get(next));
    }
  }

  private void swap(RoughTokens.Token token, RoughTokens.Token next) {
    String first = token.in(text);
    String second = next.in(text);
    edits.add(new Edit(token.start(), next.end(), second + text.substring(token.end(), next.start()) + first,
        shown(first) + " and " + shown(second) + " are read the other way round"));
  }

  private void insertAt(int index) {
    if (index < 0 || index > tokens.size()) {
      return;
    }
    int place = index == 0 ? 0 : tokens.get(index - 1).end();
    String before = index == 0 ? "" : tokens.get(index - 1).in(text);
    for (String token : missing) {
      // Behind its like it is the same as before that.
      if (!token.equals(before)) {
        edits.add(new Edit(place, place, ' ' + token + ' ', shown(token) + " is missing here and assumed"));
      }
    }
  }

  private static String shown(String token) {
    String line = token.lines().findFirst().orElse("");
    return '\'' + (line.length() > 40 ? line.substring(0, 40) + '…' : line) + '\'';
  }
}
