package dev.slguard.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout under test. */
final class Project {
  private Project() {}

  /** Its root: the folder with the launcher. */
  static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("slguard"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("the tests must run inside the checkout");
      }
    }
    return folder;
  }
}
