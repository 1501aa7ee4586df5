package dev.slguard.code.python;

/** Names of modules and the paths of their files. */
final class ModulePath {
  private static final String PACKAGE = "/__init__.py";
  private static final String SUFFIX = ".py";

  private ModulePath() {}

  /** The dotted name of the module in {@code path}, from the scanned root on: {@code src/orders/app.py} is {@code src.orders.app}. */
  static String dotted(String path) {
    return folderOrFile(path).replace('/', '.');
  }

  /** {@code path} without {@code .py}; of a package, its folder. */
  static String folderOrFile(String path) {
    if (path.equals(PACKAGE.substring(1))) {
      return "";
    }
    if (path.endsWith(PACKAGE)) {
      return path.substring(0, path.length() - PACKAGE.length());
    }
    return path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
  }

  /** {@code name} in {@code folder}; a folder of {@code ""} is the scanned root. */
  static String join(String folder, String name) {
    return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + '/' + name;
  }
}
