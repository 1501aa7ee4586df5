package dev.slguard.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder under scan, and the only way to its files: nothing outside it is ever read, by {@code ../}, absolute path
 * or link. Paths are relative to it, with {@code /} between their parts. Which files are there is asked of the file system
 * once, so that what is made later may not be seen. Thread-safe.
 */
public final class Root {
  private final Path folder;
  private final Path real;
  private final Limits limits;
  private final Listings listings;

  /**
   * Opens {@code folder}.
   *
   * @throws IOException if it does not exist or cannot be read
   */
  public Root(Path folder, Limits limits) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    this.real = folder.toRealPath();
    this.limits = limits;
    this.listings = new Listings(real);
  }

  /** The bounds on what is read. */
  public Limits limits() {
    return limits;
  }

  /** The folder itself, absolute. */
  public Path folder() {
    return folder;
  }

  /**
   * {@code reference} as the file {@code base} means it: resolved against the folder of {@code base}, normalised.
   *
   * @return empty if it is absolute, an address, or leads out of the root
   */
  public static Optional<String> resolve(String base, String reference) {
    return resolveIn(parent(base), reference);
  }

  /** {@code reference} against the folder {@code folder}; empty if it is absolute or leads out of the root. */
  public static Optional<String> resolveIn(String folder, String reference) {
    if (reference.startsWith("/") || reference.contains("://") || reference.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (isNormal(folder) && isNormal(reference) && !reference.isEmpty()) {
      return Optional.of(folder.isEmpty() ? reference : folder + '/' + reference);
    }
    var parts = new ArrayDeque<String>();
    for (String part : (folder + '/' + reference.replace('\\', '/')).split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /** Whether {@code path} is empty or made of names with one slash between them, none of them {@code .} or {@code ..}. */
  private static boolean isNormal(String path) {
    if (path.indexOf('\\') >= 0) {
      return false;
    }
    for (int start = 0; start < path.length();) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      boolean dots = path.charAt(start) == '.'
          && (end - start == 1 || end - start == 2 && path.charAt(start + 1) == '.');
      if (end == start || dots || slash == path.length() - 1) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  /** The folder of a path; {@code ""} for what lies directly in the root. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Whether {@code path} is a regular file inside the root. */
  public boolean isFile(String path) {
    return isNormal(path)
        ? listings.kind(path) == Listings.Kind.FILE
        : inside(path).filter(Files::isRegularFile).isPresent();
  }

  /** Whether {@code path} is a folder inside the root. */
  public boolean isFolder(String path) {
    return isNormal(path)
        ? listings.kind(path) == Listings.Kind.FOLDER
        : inside(path).filter(Files::isDirectory).isPresent();
  }

  /** Names of what lies directly in {@code path}, sorted; empty if it is no readable folder inside the root. */
  public List<String> list(String path) {
    Optional<List<String>> known = isNormal(path) ? listings.names(path) : Optional.empty();
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Path> found = inside(path).filter(Files::isDirectory);
    if (found.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(found.get())) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * Reads {@code path} as UTF-8, a byte order mark removed, malformed bytes replaced; empty and a diagnostic of level
   * ERROR at {@code asker} if it is missing, outside the root, too large or binary.
   */
  public Optional<SourceFile> read(String path, Span asker, Diagnostics diagnostics) {
    Optional<Path> found = inside(path);
    if (found.isEmpty()) {
      diagnostics.error(asker, "'" + path + "' is not a file inside the scanned folder; it is not read");
      return Optional.empty();
    }
    try {
      var attributes = Files.readAttributes(found.get(), BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        // A pipe would keep its reader waiting.
        diagnostics.error(asker, "'" + path + "' is not a regular file; it is skipped");
        return Optional.empty();
      }
      long size = attributes.size();
      if (size > limits.fileBytes()) {
        diagnostics.error(asker, "'" + path + "' has " + size + " bytes, more than the " + limits.fileBytes()
            + " that are read; it is skipped");
        return Optional.empty();
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(found.get())) {
        bytes = in.readNBytes(limits.fileBytes());
      }
      return Optional.of(SourceFile.of(path, decode(bytes)));
    } catch (IOException e) {
      diagnostics.error(asker, "'" + path + "' cannot be read; it is skipped");
      return Optional.empty();
    }
  }

  private static String decode(byte[] bytes) {
    if (bytes.length > 1
        && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The real path behind {@code path}, links followed, if that lies inside the root. */
  private Optional<Path> inside(String path) {
    try {
      Path found = real.resolve(path).toRealPath();
      return found.startsWith(real) ? Optional.of(found) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
