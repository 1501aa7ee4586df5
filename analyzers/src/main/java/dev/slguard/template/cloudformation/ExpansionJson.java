package dev.slguard.template.cloudformation;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import java.util.LinkedHashMap;

/**
 * Expansions as JSON: what {@code slguard expand} prints. A resource keeps its Condition and Fn::If both its arms, for
 * lowering decides nothing. The same expansion gives the same bytes.
 */
public final class ExpansionJson {
  private static final int INDENT = 2;

  private ExpansionJson() {}

  /** The lowered template, indented by two blanks. */
  public static String template(Expansion expansion) {
    return TreeJson.indented(expansion.body(), INDENT);
  }

  /**
   * The lowered template under {@code template}, and under {@code locations} where each of its nodes was authored: JSON
   * pointer (RFC 6901) to {@code file:line:column}.
   */
  public static String withLocations(Expansion expansion) {
    var locations = new LinkedHashMap<String, Tree.Entry>();
    locate(expansion.body(), "", locations);
    var whole = new LinkedHashMap<String, Tree.Entry>();
    Span at = expansion.body().at();
    whole.put("template", new Tree.Entry(at, expansion.body()));
    whole.put("locations", new Tree.Entry(at, new Tree.Mapping(locations, at)));
    return TreeJson.indented(new Tree.Mapping(whole, at), INDENT);
  }

  private static void locate(Tree tree, String pointer, LinkedHashMap<String, Tree.Entry> locations) {
    locations.put(pointer, new Tree.Entry(tree.at(), Tree.Scalar.text(tree.at().toString(), tree.at())));
    switch (tree) {
      case Tree.Scalar _ -> {
      }
      case Tree.Sequence(var items, _) -> {
        for (int i = 0; i < items.size(); i++) {
          locate(items.get(i), pointer + '/' + i, locations);
        }
      }
      case Tree.Mapping mapping -> mapping.entries().forEach(
          (key, entry) -> locate(entry.value(), pointer + '/' + key.replace("~", "~0").replace("/", "~1"), locations));
    }
  }
}
