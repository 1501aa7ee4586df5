package dev.slguard.rules.language;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Reads texts with {@code ${name.path}} places and paths that start at a name, and checks the names. */
final class MessageReader {
  private final Set<String> names;
  private final Diagnostics problems;

  MessageReader(Set<String> names, Diagnostics problems) {
    this.names = names;
    this.problems = problems;
  }

  MessageTemplate read(String text, Span at) {
    var parts = new ArrayList<MessageTemplate.Part>();
    int from = 0;
    int open = text.indexOf("${");
    while (open >= 0) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        problems.error(at, "'${' has no '}' in '" + Text.shown(text) + "'");
        break;
      }
      if (open > from) {
        parts.add(new MessageTemplate.Part.Literal(text.substring(from, open)));
      }
      nodePath(text.substring(open + 2, close), at).ifPresent(node -> parts.add(new MessageTemplate.Part.Place(node)));
      from = close + 1;
      open = text.indexOf("${", from);
    }
    if (from < text.length()) {
      parts.add(new MessageTemplate.Part.Literal(text.substring(from)));
    }
    return new MessageTemplate(parts);
  }

  Optional<NodePath> nodePath(String text, Span at) {
    int dot = 0;
    while (dot < text.length() && text.charAt(dot) != '.' && text.charAt(dot) != '[') {
      dot++;
    }
    String name = text.substring(0, dot);
    if (!names.contains(name)) {
      problems.error(at, "nothing is named '" + Text.shown(name) + "' in this rule" + Suggestion.forWord(name, names));
      return Optional.empty();
    }
    String rest = text.substring(dot < text.length() && text.charAt(dot) == '.' ? dot + 1 : dot);
    Optional<Path> path = PathReader.read(rest);
    if (path.isEmpty()) {
      problems.error(at, "'" + Text.shown(text) + "' is no path");
    }
    return path.map(found -> new NodePath(name, found));
  }
}
