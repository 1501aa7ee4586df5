package dev.slguard.code.python;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * A source with one token deleted, doubled or swapped with the next, and which functions ought to be found in it.
 *
 * @param text the damaged source
 * @param at where the damage begins
 * @param expected {@code name start end} of every function and class of the sound source that the damage does not touch
 */
record Damage(String text, int at, List<String> expected) {
  /** What happens to a token. */
  enum Kind {
    DELETED, DOUBLED, SWAPPED
  }

  private record Token(int start, int end) {}

  /** Damages {@code sound} at a token that {@code random} picks. */
  static Damage of(String sound, Kind kind, Random random) {
    List<Token> tokens = tokens(sound);
    if (tokens.isEmpty()) {
      return new Damage(sound, 0, List.of());
    }
    int index = random.nextInt(Math.max(1, tokens.size() - 1));
    Token token = tokens.get(index);
    Token next = tokens.get(Math.min(index + 1, tokens.size() - 1));
    String first = sound.substring(token.start(), token.end());
    String second = sound.substring(next.start(), next.end());
    int end = kind == Kind.SWAPPED ? next.end() : token.end();
    String instead = switch (kind) {
      case DELETED -> "";
      case DOUBLED -> first + ' ' + first;
      case SWAPPED -> token.equals(next) ? first : second + sound.substring(token.end(), next.start()) + first;
    };
    String damaged = sound.substring(0, token.start()) + instead + sound.substring(end);
    int shift = damaged.length() - sound.length();
    var expected = new ArrayList<String>();
    for (Found function : functions(sound)) {
      if (function.end() <= token.start()) {
        expected.add(function.toString());
      } else if (function.from() >= end) {
        expected.add(new Found(function.name(), function.isFunction(), function.from() + shift,
            function.start() + shift, function.end() + shift).toString());
      }
    }
    return new Damage(damaged, token.start(), expected);
  }

  /** The functions that ought to be found and are not. */
  List<String> lost() {
    var found = new HashSet<String>();
    functions(text).forEach(function -> found.add(function.toString()));
    return expected.stream().filter(wanted -> !found.contains(wanted)).toList();
  }

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    Lexer lexer = Lexer.of(text, false);
    lexer.next();
    while (lexer.kind() != TokenKind.END) {
      if (lexer.kind() != TokenKind.NEWLINE) {
        tokens.add(new Token(lexer.start(), lexer.end()));
      }
      lexer.next();
    }
    return tokens;
  }

  /** A definition; {@code from} is where its first decorator starts. */
  private record Found(String name, boolean isFunction, int from, int start, int end) {
    @Override
    public String toString() {
      return name + ' ' + start + ' ' + end;
    }
  }

  /** The names of all functions of {@code statements}, in the order written. */
  static List<String> names(List<Statement> statements) {
    var found = new ArrayList<Found>();
    collect(statements, found);
    return found.stream().filter(Found::isFunction).map(Found::name).toList();
  }

  private static List<Found> functions(String text) {
    var found = new ArrayList<Found>();
    collect(PythonParser.parse(SourceFile.of("x.py", text), new Diagnostics()), found);
    return found;
  }

  private static void collect(List<Statement> statements, List<Found> found) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Function s -> {
          found.add(new Found(s.name(), true, from(s.decorators(), s.start()), s.start(), s.end()));
          collect(s.body(), found);
        }
        case Statement.ClassDefinition s -> {
          found.add(new Found(s.name(), false, from(s.decorators(), s.start()), s.start(), s.end()));
          collect(s.body(), found);
        }
        case Statement.If s -> {
          s.branches().forEach(branch -> collect(branch.body(), found));
          collect(s.otherwise(), found);
        }
        case Statement.While s -> {
          collect(s.body(), found);
          collect(s.otherwise(), found);
        }
        case Statement.For s -> {
          collect(s.body(), found);
          collect(s.otherwise(), found);
        }
        case Statement.With s -> collect(s.body(), found);
        case Statement.Try s -> {
          collect(s.body(), found);
          s.handlers().forEach(handler -> collect(handler.body(), found));
          collect(s.otherwise(), found);
          collect(s.last(), found);
        }
        case Statement.Match s -> s.cases().forEach(one -> collect(one.body(), found));
        case Statement.Damaged s -> collect(s.kept(), found);
        default -> {
        }
      }
    }
  }

  private static int from(List<Expression> decorators, int start) {
    return decorators.isEmpty() ? start : decorators.getFirst().start() - 1;
  }
}
