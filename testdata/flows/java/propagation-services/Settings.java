final class Settings {
  static String current = "less";

  private Settings() {
  }

  static void runTool() {
    try {
      Runtime.getRuntime().exec(current); // slguard:expect command-injection
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
