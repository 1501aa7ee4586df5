package dev.slguard.iam.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One generated file beside this class. Lines that begin with {@code #} say where it comes from. */
final class DataFile {
  private DataFile() {}

  /** Its text; empty if there is no such file. */
  static Optional<String> text(String name) {
    InputStream found = DataFile.class.getResourceAsStream(name);
    if (found == null) {
      return Optional.empty();
    }
    try (InputStream in = found) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue's file '" + name + "' is damaged", e);
    }
  }

  /** The lines of {@code text} without comments. */
  static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    for (int start = 0; start < text.length();) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      if (!text.startsWith("#", start)) {
        lines.add(text.substring(start, end));
      }
      start = end + 1;
    }
    return lines;
  }
}
