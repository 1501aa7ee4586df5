package dev.slguard.cli;

import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user asked to scan: the root and the paths in it. The root is the working directory, as long as all paths lie in
 * it (so that a service may include files of its repository); else their nearest common folder.
 *
 * @param prefix what leads from the working directory to the root: empty, or a path with a slash at its end
 */
record Target(Root root, List<String> paths, String prefix) {

  /** Resolves {@code arguments} (none stands for the working directory). */
  static Target of(List<String> arguments, Path directory) {
    try {
      Path base = directory.toAbsolutePath().normalize();
      var chosen = new ArrayList<Path>();
      for (String argument : arguments.isEmpty() ? List.of(".") : arguments) {
        chosen.add(existing(base, argument));
      }
      Path common = chosen.stream().allMatch(path -> path.startsWith(base)) ? base : common(chosen);
      var paths = chosen.stream().map(path -> slashed(common.relativize(path))).toList();
      String prefix = common.equals(base) ? "" : slashed(base.relativize(common)) + '/';
      return new Target(new Root(common, Limits.DEFAULT), paths, prefix);
    } catch (IOException e) {
      throw new UserError("cannot read '" + e.getMessage() + "'");
    }
  }

  private static Path existing(Path base, String argument) throws IOException {
    try {
      Path path = base.resolve(argument);
      if (!Files.exists(path)) {
        throw new UserError("there is no file or folder '" + argument + "'");
      }
      return path.normalize();
    } catch (InvalidPathException e) {
      throw new UserError("'" + argument + "' is no path");
    }
  }

  private static Path common(List<Path> paths) {
    Path first = paths.getFirst();
    Path common = Files.isDirectory(first) ? first : first.getParent();
    for (Path path : paths) {
      while (common != null && !path.startsWith(common)) {
        common = common.getParent();
      }
    }
    if (common == null) {
      throw new UserError("the paths have no folder in common");
    }
    return common;
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
