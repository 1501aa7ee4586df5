package dev.slguard.template.cloudformation;

import dev.slguard.source.Tree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Trees as YAML text in block style. The same tree gives the same text, and reading it gives the same tree. */
public final class TreeYaml {
  private TreeYaml() {}

  /** {@code trees} as the documents of one text. */
  public static String documents(List<Tree> trees) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setExplicitStart(trees.size() > 1);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    // What was parsed may hold any character that YAML knows; the others are escaped.
    options.setAllowUnicode(true);
    var yaml = new Yaml(options);
    var out = new StringWriter();
    trees.forEach(tree -> yaml.serialize(node(tree), out));
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static Node node(Tree tree) {
    return switch (tree) {
      case Tree.Scalar(String text, Tree.Kind kind, _) -> scalar(text, kind);
      case Tree.Sequence(var items, _) ->
        new SequenceNode(Tag.SEQ, items.stream().map(TreeYaml::node).toList(), DumperOptions.FlowStyle.BLOCK);
      case Tree.Mapping mapping -> {
        var tuples = new ArrayList<NodeTuple>();
        mapping.entries()
            .forEach((key, entry) -> tuples.add(new NodeTuple(scalar(key, Tree.Kind.TEXT), node(entry.value()))));
        yield new MappingNode(Tag.MAP, tuples, DumperOptions.FlowStyle.BLOCK);
      }
    };
  }

  private static Node scalar(String text, Tree.Kind kind) {
    Tag tag = switch (kind) {
      case TEXT -> Tag.STR;
      case NUMBER -> text.matches("[-+]?[0-9]+") ? Tag.INT : Tag.FLOAT;
      case BOOLEAN -> Tag.BOOL;
      case NULL -> Tag.NULL;
    };
    boolean lines = kind == Tree.Kind.TEXT && text.indexOf('\n') >= 0;
    return new ScalarNode(tag, kind == Tree.Kind.NULL ? "null" : text, null, null,
        lines ? DumperOptions.ScalarStyle.LITERAL : DumperOptions.ScalarStyle.PLAIN);
  }
}
