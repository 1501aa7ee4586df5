import java.io.IOException;
import java.io.UncheckedIOException;

final class Tools {
  private Tools() {
  }

  static void shell(String tool, String... arguments) {
    try {
      new ProcessBuilder("sh", "-c", tool + " " + String.join(" ", arguments)).start(); // slguard:expect command-injection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void fixed(String text) {
    try {
      new ProcessBuilder("sh", "-c", "echo " + text).start(); // slguard:safe
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
