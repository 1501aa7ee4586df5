package dev.slguard.iam.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One generated file beside this class. Lines that begin with {@code #} say where it comes from. */
final class DataFile {
  private DataFile() {}

  /** Its lines without comments; empty if there is no such file. */
  static Optional<List<String>> lines(String name) {
    InputStream found = DataFile.class.getResourceAsStream(name);
    if (found == null) {
      return Optional.empty();
    }
    try (InputStream in = found; var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      var lines = new ArrayList<String>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          lines.add(line);
        }
      }
      return Optional.of(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue's file '" + name + "' is damaged", e);
    }
  }
}
