package dev.slguard.source;

import java.util.List;

/**
 * Reads YAML and JSON into located trees. Broken input gives a diagnostic of level ERROR, and what could be read beside
 * the broken part. Never throws on any text.
 */
public final class Documents {
  private Documents() {}

  /**
   * The documents of {@code file}: JSON if its first character that is no blank is a brace or bracket and it reads as
   * JSON, else YAML. Only YAML can hold several.
   */
  public static List<Tree> read(SourceFile file, Limits limits, Diagnostics diagnostics) {
    if (!startsLikeJson(file.text())) {
      return new YamlReader(file, limits, diagnostics).read();
    }
    var asJson = new Diagnostics();
    JsonReader json = new JsonReader(file, limits, asJson);
    List<Tree> trees = json.read();
    if (json.failed() && !file.path().endsWith(".json")) {
      var asYaml = new Diagnostics();
      var yaml = new YamlReader(file, limits, asYaml);
      List<Tree> flow = yaml.read();
      if (!yaml.failed()) {
        asYaml.toList().forEach(diagnostics::add);
        return flow;
      }
    }
    asJson.toList().forEach(diagnostics::add);
    return trees;
  }

  private static boolean startsLikeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c == '{' || c == '[' || c == '/' && i + 1 < text.length() && "/*".indexOf(text.charAt(i + 1)) >= 0;
      }
    }
    return false;
  }
}
