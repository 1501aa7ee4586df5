package dev.slguard.template.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a Dockerfile says of the program in its image; of several stages the last one counts.
 *
 * @param base image of the last stage
 * @param command the words of CMD, or of ENTRYPOINT where there is no CMD
 * @param copied what is copied from the build context, relative to it
 */
record Dockerfile(String base, List<String> command, List<String> copied) {

  static Dockerfile empty() {
    return new Dockerfile("", List.of(), List.of());
  }

  static Dockerfile read(String text) {
    String base = "";
    List<String> command = List.of();
    List<String> entry = List.of();
    var copied = new ArrayList<String>();
    for (String line : logicalLines(text)) {
      int blank = line.indexOf(' ');
      String instruction = blank < 0 ? "" : line.substring(0, blank).toUpperCase(Locale.ROOT);
      String rest = blank < 0 ? "" : line.substring(blank + 1).trim();
      switch (instruction) {
        case "FROM" -> {
          base = rest;
          command = List.of();
          entry = List.of();
        }
        case "CMD" -> command = words(rest);
        case "ENTRYPOINT" -> entry = words(rest);
        case "COPY", "ADD" -> addSources(words(rest), copied);
        default -> {
          // RUN, ENV and the rest say nothing of where the program stands.
        }
      }
    }
    return new Dockerfile(base, command.isEmpty() ? entry : command, List.copyOf(copied));
  }

  private static List<String> logicalLines(String text) {
    var lines = new ArrayList<String>();
    var open = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      String trimmed = line.trim();
      if (trimmed.startsWith("#")) {
        continue;
      }
      if (trimmed.endsWith("\\")) {
        open.append(trimmed, 0, trimmed.length() - 1).append(' ');
      } else {
        lines.add(open.append(trimmed).toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      lines.add(open.toString());
    }
    return lines;
  }

  /** The items of {@code ["a", "b"]}, or the words of the shell form. */
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    String plain = text.startsWith("[") ? text.replace('[', ' ').replace(']', ' ').replace(',', ' ') : text;
    for (String word : plain.split("[ \t]", -1)) {
      String bare = word.replace("\"", "").replace("'", "");
      if (!bare.isEmpty()) {
        words.add(bare);
      }
    }
    return words;
  }

  /** All but the last word are sources; those of another stage or from the net are none. */
  private static void addSources(List<String> words, List<String> copied) {
    boolean otherStage = words.stream().anyMatch(word -> word.startsWith("--from"));
    for (int i = 0; i + 1 < words.size() && !otherStage; i++) {
      String word = words.get(i);
      if (!word.startsWith("--") && !word.contains("://")) {
        copied.add(word.endsWith("*") ? word.substring(0, word.lastIndexOf('/') + 1) : word);
      }
    }
  }

  /** The word of CMD that names a handler: {@code app.handler}, {@code com.acme.App::handle}. */
  Optional<String> handler() {
    return command.stream().filter(word -> word.indexOf('.') > 0 && !Language.isAnalysed(word))
        .reduce((_, last) -> last);
  }

  Language language() {
    String image = base.toLowerCase(Locale.ROOT);
    if (image.contains("python")) {
      return Language.PYTHON;
    }
    if (image.contains("node")) {
      return Language.NODE;
    }
    boolean java = image.contains("lambda/java") || image.contains("corretto") || image.contains("openjdk")
        || image.contains("temurin");
    return java ? Language.JAVA : Language.ANY;
  }
}
