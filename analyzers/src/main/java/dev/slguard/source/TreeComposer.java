package dev.slguard.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Composes located trees of the events of SnakeYAML's parser, as SnakeYAML's own composer makes nodes of them: nothing is
 * resolved, scalars keep their spelling, aliases and depth are bounded. Reads one text.
 */
final class TreeComposer {
  private static final String TEXT_TAG = "tag:yaml.org,2002:str";

  /** What an anchor stands for: nothing yet as long as its node is being read. */
  private record Anchored(@Nullable Tree tree, int nodes, int height) {}

  private final SourceFile file;
  private final Limits limits;
  private final Diagnostics diagnostics;
  private final CodePoints codePoints;
  private final SourceFile.Cursor cursor;
  private final Parser parser;
  private final Map<String, Anchored> anchors = new HashMap<>();
  /** Whether the text is that of the file and hides nothing. */
  private final boolean asWritten;
  private boolean failed;
  private boolean full;
  private int nodes;
  private int aliases;
  /** Where the node read last ends, and how deep it is. */
  private int end;
  private int height;

  /**
   * Composes {@code text}, which stands in {@code file} or is that with blanks in some places.
   */
  TreeComposer(SourceFile file, String text, CodePoints codePoints, Limits limits, Diagnostics diagnostics) {
    this.file = file;
    this.limits = limits;
    this.diagnostics = diagnostics;
    this.codePoints = codePoints;
    this.cursor = file.new Cursor();
    this.asWritten = text.equals(file.text());
    var options = new LoaderOptions();
    options.setCodePointLimit(limits.fileBytes());
    options.setProcessComments(false);
    this.parser = new ParserImpl(new StreamReader(text), options);
  }

  /** Whether an error was met and told. */
  boolean failed() {
    return failed;
  }

  /**
   * Adds the documents to {@code trees}, each when it is complete.
   *
   * @throws YAMLException at a syntax error, and where bounds are exceeded
   */
  void compose(List<Tree> trees) {
    next();
    while (!parser.checkEvent(Event.ID.StreamEnd)) {
      next();
      anchors.clear();
      trees.add(node(0));
      next();
    }
  }

  private Event next() {
    return parser.getEvent();
  }

  private Tree node(int depth) {
    var event = (NodeEvent) next();
    return event instanceof AliasEvent alias ? alias(alias, depth) : fresh(event, depth);
  }

  private Tree fresh(NodeEvent event, int depth) {
    if (depth > limits.depth()) {
      throw new YAMLException("Nesting Depth exceeded max " + limits.depth());
    }
    String anchor = event.getAnchor();
    int before = nodes++;
    if (anchor != null) {
      anchors.put(anchor, new Anchored(null, 1, 1));
    }
    int start = codePoints.offset(event.getStartMark());
    Tree tree = switch (event) {
      case ScalarEvent scalar -> scalar(scalar, start);
      case CollectionStartEvent collection when collection.is(Event.ID.SequenceStart) ->
        sequence(collection, start, depth);
      case CollectionStartEvent collection -> mapping(collection, start, depth);
      default -> throw new YAMLException("expected a value, found " + event);
    };
    Tree tagged = ShortTag.expand(tag(event), tree, diagnostics);
    if (anchor != null) {
      anchors.put(anchor, new Anchored(tagged, nodes - before, height));
    }
    return nodes > limits.nodes() ? tooMany(tagged.at()) : tagged;
  }

  private static String tag(NodeEvent event) {
    String tag = switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case CollectionStartEvent collection -> collection.getTag();
      default -> null;
    };
    return tag == null ? "" : tag;
  }

  private Tree alias(AliasEvent alias, int depth) {
    int start = codePoints.offset(alias.getStartMark());
    end = codePoints.offset(alias.getEndMark());
    Span at = cursor.span(start, end);
    Anchored anchored = anchors.get(alias.getAnchor());
    if (anchored == null) {
      throw new ParserException(null, null, "found undefined alias " + alias.getAnchor(), alias.getStartMark());
    }
    height = anchored.height();
    nodes += anchored.nodes();
    Tree tree = anchored.tree();
    if (tree == null) {
      return unread(at, "an alias refers to the node that holds it; it is read as null");
    }
    if (!(tree instanceof Tree.Scalar) && ++aliases > limits.aliases()) {
      throw new YAMLException("Number of aliases for non-scalar nodes exceeds the specified max=" + limits.aliases());
    }
    if (depth + height > limits.depth() * 2) {
      return unread(at, "aliases nest deeper than " + limits.depth() * 2 + " levels; this one is read as null");
    }
    return nodes > limits.nodes() ? tooMany(at) : tree;
  }

  private Tree unread(Span at, String why) {
    failed = true;
    diagnostics.error(at, why);
    return new Tree.Scalar("", Tree.Kind.NULL, at);
  }

  private Tree tooMany(Span at) {
    if (full) {
      return new Tree.Scalar("", Tree.Kind.NULL, at);
    }
    full = true;
    return unread(at,
        "the document has more than " + limits.nodes() + " nodes once aliases are resolved; the rest is not read");
  }

  private String value(ScalarEvent event) {
    return asWritten ? event.getValue() : PlainQuestions.shown(event.getValue());
  }

  private Tree scalar(ScalarEvent event, int start) {
    end = trimmed(start, codePoints.offset(event.getEndMark()));
    height = 1;
    String tag = tag(event);
    boolean text = !event.isPlain() || tag.equals(TEXT_TAG) || !tag.isEmpty() && tag.charAt(0) == '!';
    Tree.Kind kind = text ? Tree.Kind.TEXT : ScalarKind.of(event.getValue());
    return new Tree.Scalar(kind == Tree.Kind.NULL ? "" : value(event), kind, cursor.span(start, end));
  }

  private Tree sequence(CollectionStartEvent event, int start, int depth) {
    var items = new ArrayList<Tree>();
    int tallest = 0;
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
      tallest = Math.max(tallest, height);
    }
    end(event, start, items.isEmpty());
    height = tallest + 1;
    return new Tree.Sequence(items, cursor.span(start, end));
  }

  private Tree mapping(CollectionStartEvent event, int start, int depth) {
    var entries = new Entries(diagnostics);
    boolean empty = true;
    var merged = new LinkedHashMap<String, Tree.Entry>();
    int tallest = 0;
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      empty = false;
      Event first = parser.peekEvent();
      boolean plain = first instanceof ScalarEvent scalar && scalar.isPlain();
      Tree key = node(depth + 1);
      int keyEnd = end;
      Tree value = node(depth + 1);
      tallest = Math.max(tallest, height);
      if (plain && key instanceof Tree.Scalar(String text, _, _) && text.equals("<<")) {
        merge(value, merged);
      } else {
        entries.put(key(first, key, keyEnd), new Tree.Entry(key.at(), value));
      }
    }
    end(event, start, empty);
    height = tallest + 1;
    merged.forEach(entries.defaults());
    return new Tree.Mapping(entries.build(), cursor.span(start, end));
  }

  /** Takes the end of a collection: a block ends with its last item, SnakeYAML's mark is the start of the next token. */
  private void end(CollectionStartEvent begin, int start, boolean empty) {
    Event last = next();
    if (begin.isFlow() || empty) {
      end = trimmed(start, codePoints.offset(last.getEndMark()));
    }
  }

  private int trimmed(int start, int from) {
    int to = from;
    while (to > start && isBlank(file.text().charAt(to - 1))) {
      to--;
    }
    return to;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** A key is a text, whatever its spelling: {@code null} too. */
  private String key(Event first, Tree key, int keyEnd) {
    if (key instanceof Tree.Scalar scalar) {
      return first instanceof ScalarEvent written ? value(written) : scalar.text();
    }
    diagnostics.warning(key.at(), "a key must be a text; this entry is read under its own spelling");
    return file.text().substring(file.offset(key.at().line(), key.at().column()), keyEnd);
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
}
