package dev.slguard.code;

import dev.slguard.code.library.Level;
import dev.slguard.source.Span;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something outside the program that code uses: an AWS operation, a host, a process, a file, an environment variable,
 * a secret.
 *
 * @param kind {@code aws}, {@code environment}, {@code host}, {@code process}, {@code file}
 * @param name what is used: {@code s3.GetObject}, {@code TABLE_NAME}
 * @param arguments what is known of named arguments, such as {@code Bucket}
 * @param entry the entry point in whose run it happens
 */
public record Use(String kind, String name, SortedMap<String, Text> arguments, EntryPoint entry, Level confidence,
    Span at) {
  public Use {
    arguments = new TreeMap<>(arguments);
  }

  /** A text as far as it is known, parts in order. */
  public record Text(List<Part> parts) {
    public Text {
      parts = List.copyOf(parts);
    }
  }

  /** A piece of a text. */
  public sealed interface Part {
    /** Known characters. */
    record Literal(String text) implements Part {}

    /** The value of an environment variable. */
    record Variable(String name) implements Part {}

    /** What the event says, by path. */
    record Field(String path) implements Part {}

    /** Unknown. */
    record Unknown() implements Part {}
  }
}
