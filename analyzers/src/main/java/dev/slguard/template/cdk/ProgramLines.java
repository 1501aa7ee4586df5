package dev.slguard.template.cdk;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of the CDK program. Frames name files by absolute paths, of this machine or another one: a file of the root is meant
 * if its path is the end of such a path.
 */
final class ProgramLines {
  private final Root root;
  private final List<String> bases;
  private final Map<String, Optional<SourceFile>> files = new HashMap<>();

  /** Lines of a program whose assembly lies in {@code folder}; its own folder and those above it are looked at. */
  ProgramLines(String folder, Root root) {
    this.root = root;
    var all = new ArrayList<String>();
    for (String base = Root.parent(folder);; base = Root.parent(base)) {
      all.add(base);
      if (base.isEmpty()) {
        break;
      }
    }
    this.bases = List.copyOf(all);
  }

  /** The place of the first frame that lies in the root. */
  Optional<Span> place(List<String> frames) {
    for (String frame : frames) {
      Optional<Span> place = place(frame);
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  /** {@code new ShopStack (/home/me/shop/lib/shop.ts:24:19)}, or the path alone. */
  private Optional<Span> place(String frame) {
    int open = frame.lastIndexOf('(');
    int close = frame.lastIndexOf(')');
    String text = open >= 0 && close > open ? frame.substring(open + 1, close) : frame.strip();
    int second = text.lastIndexOf(':');
    int first = second > 0 ? text.lastIndexOf(':', second - 1) : -1;
    if (first <= 0) {
      return Optional.empty();
    }
    int line = number(text, first + 1, second);
    int column = number(text, second + 1, text.length());
    String path = text.substring(0, first).replace('\\', '/').replace("file://", "");
    if (line < 1 || column < 1 || path.contains("/node_modules/")) {
      return Optional.empty();
    }
    return find(path).flatMap(file -> span(file, line, column));
  }

  private static int number(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0 || value > 1_000_000) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return end > start ? value : -1;
  }

  /** The file of the root that {@code path} ends with, the longest end first. */
  private Optional<String> find(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String end = path.substring(slash + 1);
      if (end.isEmpty()) {
        continue;
      }
      for (String base : bases) {
        String candidate = base.isEmpty() ? end : base + '/' + end;
        if (root.isFile(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** From the column to the end of the line. */
  private Optional<Span> span(String path, int line, int column) {
    Optional<SourceFile> file = files.computeIfAbsent(path,
        name -> root.read(name, Span.startOf(name), new Diagnostics()));
    if (file.isEmpty() || line > file.get().lineCount()) {
      return Optional.empty();
    }
    List<String> lines = file.get().text().lines().toList();
    int length = line <= lines.size() ? lines.get(line - 1).stripTrailing().length() : 0;
    return Optional.of(new Span(path, line, column, line, Math.max(column, length + 1)));
  }
}
