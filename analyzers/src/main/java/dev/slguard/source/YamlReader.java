package dev.slguard.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML with SnakeYAML's composer, which leaves scalars as written. After a syntax error the block that holds it (a
 * resource, mostly) is blanked out and the rest read again, so that one bad resource does not lose the others.
 */
final class YamlReader {
  /** How many broken blocks of a file are cut out before the reader gives up. */
  private static final int REPAIRS = 8;

  private final SourceFile file;
  private final Limits limits;
  private final Diagnostics diagnostics;
  private final int[] codePoints;
  private final IdentityHashMap<Node, Tree> done = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Integer> sizes = new IdentityHashMap<>();
  private boolean failed;
  private boolean full;
  private int nodes;

  YamlReader(SourceFile file, Limits limits, Diagnostics diagnostics) {
    this.file = file;
    this.limits = limits;
    this.diagnostics = diagnostics;
    this.codePoints = offsetsOfCodePoints(file.text());
  }

  /** Whether an error was met. */
  boolean failed() {
    return failed;
  }

  /** The documents, less the blocks that hold errors. */
  List<Tree> read() {
    if (tooLongALine()) {
      return List.of();
    }
    String text = file.text();
    for (int repair = 0; repair <= REPAIRS; repair++) {
      var trees = new ArrayList<Tree>();
      Optional<Integer> problem = compose(text, trees);
      if (problem.isEmpty()) {
        return List.copyOf(trees);
      }
      Optional<String> rest = BrokenBlock.blanked(text, problem.get());
      if (rest.isEmpty()) {
        return List.copyOf(trees);
      }
      text = rest.get();
      done.clear();
      sizes.clear();
      nodes = 0;
    }
    return List.of();
  }

  /** Adds the documents of {@code text} to {@code trees}; the offset of the problem if there is one. */
  private Optional<Integer> compose(String text, List<Tree> trees) {
    try {
      var options = new LoaderOptions();
      options.setMaxAliasesForCollections(limits.aliases());
      options.setNestingDepthLimit(limits.depth());
      options.setCodePointLimit(limits.fileBytes());
      options.setProcessComments(false);
      var composer = new Composer(new ParserImpl(new StreamReader(text), options), new PlainResolver(), options);
      while (composer.checkNode()) {
        trees.add(tree(composer.getNode(), 0));
      }
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      failed = true;
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      int offset = mark == null ? 0 : offset(mark);
      diagnostics.error(file.span(offset, offset),
          "this is no YAML: " + problem(e) + "; the block it stands in is not read");
      return Optional.of(offset);
    } catch (YAMLException e) {
      failed = true;
      diagnostics.error(Span.startOf(file.path()),
          "this is no YAML: " + Text.shown(message(e)) + "; the file is not read");
      return Optional.empty();
    }
  }

  private static String problem(MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ", ";
    return Text.shown(context + (e.getProblem() == null ? "unexpected text" : e.getProblem()));
  }

  private static String message(YAMLException e) {
    return e.getMessage() == null ? "unreadable" : e.getMessage();
  }

  private boolean tooLongALine() {
    String text = file.text();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        if (i - start > limits.lineLength()) {
          failed = true;
          diagnostics.error(file.span(start, start),
              "this line has more than " + limits.lineLength() + " characters; the file is not read");
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private Tree tree(Node node, int depth) {
    Tree known = done.get(node);
    if (known != null) {
      if (!sizes.containsKey(node)) {
        return cyclic(node);
      }
      nodes += sizes.getOrDefault(node, 1);
      return nodes > limits.nodes() ? tooMany(node) : known;
    }
    if (full || nodes > limits.nodes()) {
      return tooMany(node);
    }
    if (depth > limits.depth() * 2) {
      return cyclic(node);
    }
    int before = nodes++;
    // An alias inside its own anchor meets this entry before it has a size.
    done.put(node, cyclicMark(node));
    Tree tree = switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> sequence(sequence, depth);
      case MappingNode mapping -> mapping(mapping, depth);
      default -> cyclic(node);
    };
    Tree tagged = ShortTag.expand(node.getTag(), tree, diagnostics);
    done.put(node, tagged);
    sizes.put(node, nodes - before);
    return tagged;
  }

  private Tree tooMany(Node node) {
    if (!full) {
      full = true;
      failed = true;
      diagnostics.error(at(node),
          "the document has more than " + limits.nodes() + " nodes once aliases are resolved; the rest is not read");
    }
    return new Tree.Scalar("", Tree.Kind.NULL, at(node));
  }

  private Tree cyclicMark(Node node) {
    return new Tree.Scalar("", Tree.Kind.NULL, at(node));
  }

  private Tree cyclic(Node node) {
    failed = true;
    diagnostics.error(at(node), "an alias refers to the node that holds it; it is read as null");
    return cyclicMark(node);
  }

  private Tree scalar(ScalarNode node) {
    Tree.Kind kind = node.isPlain() && !node.getTag().equals(NON_SPECIFIC)
        ? ScalarKind.of(node.getValue())
        : Tree.Kind.TEXT;
    if (isShort(node.getTag())) {
      kind = Tree.Kind.TEXT;
    }
    return new Tree.Scalar(kind == Tree.Kind.NULL ? "" : node.getValue(), kind, at(node));
  }

  private static final Tag NON_SPECIFIC = new Tag("!");

  private static boolean isShort(Tag tag) {
    return tag.getValue().length() > 1 && tag.getValue().charAt(0) == '!';
  }

  private Tree sequence(SequenceNode node, int depth) {
    var items = new ArrayList<Tree>(node.getValue().size());
    for (Node item : node.getValue()) {
      items.add(tree(item, depth + 1));
    }
    return new Tree.Sequence(items, at(node));
  }

  private Tree mapping(MappingNode node, int depth) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    var merged = new LinkedHashMap<String, Tree.Entry>();
    for (NodeTuple tuple : node.getValue()) {
      Span keyAt = at(tuple.getKeyNode());
      Tree value = tree(tuple.getValueNode(), depth + 1);
      if (tuple.getKeyNode() instanceof ScalarNode key && key.isPlain() && key.getValue().equals("<<")) {
        merge(value, merged);
      } else {
        put(entries, key(tuple.getKeyNode(), keyAt), new Tree.Entry(keyAt, value));
      }
    }
    merged.forEach(entries::putIfAbsent);
    return new Tree.Mapping(entries, at(node));
  }

  private String key(Node node, Span keyAt) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    diagnostics.warning(keyAt, "a key must be a text; this entry is read under its own spelling");
    return file.text().substring(offset(node.getStartMark()), end(node, 0));
  }

  private void put(Map<String, Tree.Entry> entries, String key, Tree.Entry entry) {
    Tree.Entry earlier = entries.put(key, entry);
    if (earlier != null) {
      diagnostics.warning(entry.keyAt(), "key '" + Text.shown(key) + "' stands twice, first in line "
          + earlier.keyAt().line() + "; the last one counts");
    }
  }

  private void merge(Tree value, Map<String, Tree.Entry> merged) {
    switch (value) {
      case Tree.Mapping mapping -> mapping.entries().forEach(merged::putIfAbsent);
      case Tree.Sequence(var items, _) -> items.forEach(item -> {
        if (item instanceof Tree.Mapping mapping) {
          mapping.entries().forEach(merged::putIfAbsent);
        }
      });
      case Tree.Scalar scalar -> diagnostics.warning(scalar.at(), "'<<' needs a mapping; it is ignored");
    }
  }

  private Span at(Node node) {
    return file.span(offset(node.getStartMark()), end(node, 0));
  }

  /** A block collection ends with its last item; SnakeYAML's own mark is the start of the next token. */
  private int end(Node node, int depth) {
    Optional<Node> last = lastOfBlock(node);
    if (last.isPresent() && depth <= limits.depth() && starts(last.get(), node)) {
      return end(last.get(), depth + 1);
    }
    int start = offset(node.getStartMark());
    int end = offset(node.getEndMark());
    String text = file.text();
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Whether {@code last} stands behind the start of {@code node}: an alias's anchor stands before it. */
  private static boolean starts(Node last, Node node) {
    return last.getStartMark().getIndex() >= node.getStartMark().getIndex();
  }

  private static Optional<Node> lastOfBlock(Node node) {
    return switch (node) {
      case SequenceNode sequence when sequence.getFlowStyle() != FlowStyle.FLOW && !sequence.getValue().isEmpty() ->
        Optional.of(sequence.getValue().getLast());
      case MappingNode mapping when mapping.getFlowStyle() != FlowStyle.FLOW && !mapping.getValue().isEmpty() ->
        Optional.of(mapping.getValue().getLast().getValueNode());
      default -> Optional.empty();
    };
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private int offset(Mark mark) {
    int index = mark.getIndex();
    return codePoints.length == 0 ? index : codePoints[Math.min(index, codePoints.length - 1)];
  }

  /** UTF-16 offset of each code point, since SnakeYAML counts those; empty where both are the same. */
  private static int[] offsetsOfCodePoints(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new int[0];
    }
    var offsets = new int[count + 1];
    int offset = 0;
    for (int i = 0; i < count; i++) {
      offsets[i] = offset;
      offset += Character.charCount(text.codePointAt(offset));
    }
    offsets[count] = offset;
    return offsets;
  }

  /** Resolves nothing: kinds are judged from the spelling, and only where they matter. */
  private static final class PlainResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // None: scalars keep their text.
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return switch (kind) {
        case sequence -> Tag.SEQ;
        case mapping -> Tag.MAP;
        default -> Tag.STR;
      };
    }
  }
}
