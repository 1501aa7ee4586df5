package dev.slguard.source;

import java.util.ArrayList;
import java.util.List;

/** The rules of one {@code .gitignore} file (gitignore(5)); the last rule that matches decides. */
final class GitIgnore {
  /** What a file says of a path. */
  enum Verdict {
    IGNORED, WANTED, SILENT
  }

  private record Rule(Glob glob, boolean negated, boolean foldersOnly) {}

  private final String folder;
  private final List<Rule> rules = new ArrayList<>();

  /** Rules of the file with content {@code text} that lies in {@code folder}. */
  GitIgnore(String folder, String text) {
    this.folder = folder;
    text.lines().forEach(this::add);
  }

  private void add(String line) {
    String rule = line.endsWith("\\ ") ? line : line.stripTrailing();
    if (rule.isEmpty() || rule.startsWith("#")) {
      return;
    }
    boolean negated = rule.startsWith("!");
    rule = negated ? rule.substring(1) : rule;
    boolean foldersOnly = rule.endsWith("/");
    rule = foldersOnly ? rule.substring(0, rule.length() - 1) : rule;
    boolean anchored = rule.indexOf('/') >= 0;
    rule = rule.startsWith("/") ? rule.substring(1) : rule;
    if (!rule.isEmpty()) {
      rules.add(new Rule(new Glob(anchored ? rule : "**/" + rule), negated, foldersOnly));
    }
  }

  /** The verdict on {@code path}, which lies below this file's folder. */
  Verdict verdict(String path, boolean isFolder) {
    String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      if ((isFolder || !rule.foldersOnly) && rule.glob.matches(below)) {
        return rule.negated ? Verdict.WANTED : Verdict.IGNORED;
      }
    }
    return Verdict.SILENT;
  }
}
