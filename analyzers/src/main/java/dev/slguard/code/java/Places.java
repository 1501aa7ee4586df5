package dev.slguard.code.java;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;

/** Where syntax nodes stand. */
record Places(SourceFile file) {

  /** The place of {@code node}; the start of the file for what the parser made up. */
  Span at(Node node) {
    return node.getRange().map(range -> span(file, range)).orElse(Span.startOf(file.path()));
  }

  static Span span(SourceFile file, Range range) {
    return new Span(file.path(), Math.max(1, range.begin.line), Math.max(1, range.begin.column),
        Math.max(1, range.end.line), Math.max(1, range.end.column) + 1);
  }
}
