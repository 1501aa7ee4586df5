package dev.slguard.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What lies in the folders of a root. Each folder is asked of the file system once, for most questions are about files that
 * are not there, and one listing answers them all. So a root is seen in one state. Thread-safe.
 *
 * <p>Paths are relative to the root and normal: names with one {@code /} between them, none of them {@code .} or {@code ..}.
 */
final class Listings {
  /** Names that are kept; beyond them, and of a folder that alone has more, each file is asked for by itself. */
  private static final int KEPT_NAMES = 200_000;
  private static final int NAMES_OF_A_FOLDER = 20_000;

  /** What a name stands for, links followed; none where it is not there, leads out of the root or is neither of the two. */
  enum Kind {
    FILE, FOLDER, NONE
  }

  /**
   * One folder inside the root.
   *
   * @param names what lies in it, sorted; empty where that is not known
   * @param kinds of the names that were asked for
   */
  private record Folder(Optional<List<String>> names, Map<String, Kind> kinds) {
    private Folder(Optional<List<String>> names) {
      this(names, new ConcurrentHashMap<>());
    }

    /** Keeps what {@code name} stands for, as long as that is bounded by the names of the folder. */
    private void keep(String name, Kind kind) {
      if (names.isPresent()) {
        kinds.put(name, kind);
      }
    }

    private boolean mayHave(String name) {
      return names.isEmpty() || Collections.binarySearch(names.get(), name) >= 0;
    }
  }

  private static final Folder MISSING = new Folder(Optional.of(List.of()));
  private static final Folder UNLISTED = new Folder(Optional.empty());

  private final Path real;
  private final Map<String, Folder> folders = new ConcurrentHashMap<>();
  private final AtomicInteger kept = new AtomicInteger();

  /** What lies below {@code real}, the real path of the root. */
  Listings(Path real) {
    this.real = real;
  }

  /** What {@code path} is. */
  Kind kind(String path) {
    if (path.isEmpty()) {
      return Kind.FOLDER;
    }
    return kind(folder(Root.parent(path)), path);
  }

  /** Names of what lies in {@code path}, sorted: none if it is no folder; empty if that must be asked of the file system. */
  Optional<List<String>> names(String path) {
    return folder(path).names();
  }

  private Kind kind(Folder above, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!above.mayHave(name)) {
      return Kind.NONE;
    }
    Kind known = above.kinds().get(name);
    if (known == null) {
      known = probe(path);
      above.keep(name, known);
    }
    return known;
  }

  /** The folder {@code path}; those above it are looked at from the top down, not deeper than there are folders. */
  private Folder folder(String path) {
    Folder known = folders.get(path);
    if (known != null) {
      return known;
    }
    Folder found = folders.get("");
    if (found == null) {
      found = listed("");
      keep("", found);
    }
    for (int end = path.isEmpty() ? -1 : end(path, 0); end > 0 && found != MISSING; end = end(path, end + 1)) {
      String above = path.substring(0, end);
      Folder next = folders.get(above);
      if (next == null) {
        next = kind(found, above) == Kind.FOLDER ? listed(above) : MISSING;
        keep(above, next);
      }
      found = next;
    }
    return found;
  }

  /** Where the name that begins at {@code from} ends; -1 behind the last one. */
  private static int end(String path, int from) {
    if (from > path.length()) {
      return -1;
    }
    int slash = path.indexOf('/', from);
    return slash < 0 ? path.length() : slash;
  }

  private void keep(String path, Folder folder) {
    if (kept.get() < KEPT_NAMES) {
      folders.put(path, folder);
      kept.addAndGet(1 + folder.names().map(List::size).orElse(0));
    }
  }

  private Folder listed(String path) {
    if (kept.get() >= KEPT_NAMES) {
      return UNLISTED;
    }
    // Half the price of a stream of paths, and null where it fails: a folder that must not be listed may still be read in.
    String[] names = real.resolve(path).toFile().list();
    if (names == null || names.length > NAMES_OF_A_FOLDER) {
      return UNLISTED;
    }
    Arrays.sort(names);
    return new Folder(Optional.of(List.of(names)));
  }

  private Kind probe(String path) {
    try {
      Path place = real.resolve(path);
      var own = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (own.isRegularFile() || own.isDirectory()) {
        return own.isDirectory() ? Kind.FOLDER : Kind.FILE;
      }
      Path target = place.toRealPath();
      if (!target.startsWith(real)) {
        return Kind.NONE;
      }
      return Files.isDirectory(target) ? Kind.FOLDER : Files.isRegularFile(target) ? Kind.FILE : Kind.NONE;
    } catch (IOException | InvalidPathException _) {
      return Kind.NONE;
    }
  }
}
