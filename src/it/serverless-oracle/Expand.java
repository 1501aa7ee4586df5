import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.serverless.ServerlessFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes, for each service folder given, what slguard expands its default stage to: {@code FOLDER/.slguard.json}. */
final class Expand {
  public static void main(String[] folders) throws Exception {
    for (String folder : folders) {
      Root root = new Root(Path.of(folder), Limits.DEFAULT);
      var diagnostics = new Diagnostics();
      for (String name : List.of("serverless.yml", "serverless.yaml", "serverless.json")) {
        if (root.isFile(name)) {
          var file = root.read(name, dev.slguard.source.Span.startOf(name), diagnostics).orElseThrow();
          var document = (Tree.Mapping) Documents.read(file, root.limits(), diagnostics).getFirst();
          List<Expansion> all = new ServerlessFormat().expand(name, document, root, TemplateOptions.NONE, diagnostics);
          Files.writeString(Path.of(folder, ".slguard.json"), all.isEmpty() ? "{}" : json(all.getFirst().body()));
        }
      }
      var lines = new StringBuilder();
      diagnostics.toList().forEach(
          d -> lines.append(d.level()).append(' ').append(d.at()).append(' ').append(d.message()).append('\n'));
      Files.writeString(Path.of(folder, ".slguard.log"), lines);
    }
  }

  private static String json(Tree tree) {
    return switch (tree) {
      case Tree.Scalar(String text, Tree.Kind kind, _) -> switch (kind) {
        case TEXT -> quoted(text);
        case NUMBER, BOOLEAN -> isJson(text) ? text : quoted(text);
        case NULL -> "null";
      };
      case Tree.Sequence(var items, _) -> "[" + String.join(",", items.stream().map(Expand::json).toList()) + "]";
      case Tree.Mapping mapping -> "{" + String.join(",", mapping.entries().entrySet().stream()
          .map(e -> quoted(e.getKey()) + ":" + json(e.getValue().value())).toList()) + "}";
    };
  }

  private static boolean isJson(String text) {
    return text.equals("true") || text.equals("false") || text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
