package dev.slguard.rules.language;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Typed access to the entries of one object of a rule file; what does not fit is reported where it stands. */
final class Fields {
  private final Tree.Mapping mapping;
  private final Substitution names;
  private final boolean trusted;
  private final Diagnostics problems;

  Fields(Tree.Mapping mapping, Substitution names, boolean trusted, Diagnostics problems) {
    this.mapping = mapping;
    this.names = names;
    this.trusted = trusted;
    this.problems = problems;
  }

  Span at() {
    return mapping.at();
  }

  /** Whether costly checks are made; a test has made them for what ships with the program. */
  boolean isChecked() {
    return !trusted;
  }

  Span keyAt(String key) {
    return mapping.keyAt(key);
  }

  boolean has(String key) {
    return mapping.has(key);
  }

  Optional<Tree> get(String key) {
    return mapping.get(key);
  }

  /** Reports every key outside {@code known}; {@code what} names the object in the message. */
  void checkKeys(Set<String> known, String what) {
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        problems.error(entry.getValue().keyAt(),
            "'" + Text.shown(entry.getKey()) + "' is no key of " + what + Suggestion.forWord(entry.getKey(), known));
      }
    }
  }

  /** The text under {@code key}; reported if it is there and no text. */
  Optional<String> text(String key) {
    return scalar(key).map(Tree.Scalar::text);
  }

  /** The text under {@code key}; reported if missing. */
  Optional<String> requiredText(String key, String what) {
    Optional<String> text = text(key).filter(found -> !found.isBlank());
    if (text.isEmpty() && !(mapping.get(key).isPresent() && scalarIsWrong(key))) {
      problems.error(mapping.has(key) ? mapping.keyAt(key) : mapping.at(), what + " needs '" + key + "'");
    }
    return text;
  }

  private boolean scalarIsWrong(String key) {
    return !(mapping.get(key).orElseThrow() instanceof Tree.Scalar);
  }

  private Optional<Tree.Scalar> scalar(String key) {
    Optional<Tree> found = mapping.get(key).map(names::apply);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get() instanceof Tree.Scalar scalar && scalar.kind() != Tree.Kind.NULL) {
      return Optional.of(scalar);
    }
    problems.error(mapping.keyAt(key), "'" + key + "' needs a text");
    return Optional.empty();
  }

  /** The truth value under {@code key}; reported if it is there and none. */
  Optional<Boolean> flag(String key) {
    Optional<Tree> found = mapping.get(key).map(names::apply);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<Boolean> flag = flag(found.get());
    if (flag.isEmpty()) {
      problems.error(mapping.keyAt(key), "'" + key + "' needs true or false");
    }
    return flag;
  }

  private static Optional<Boolean> flag(Tree tree) {
    if (tree instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.BOOLEAN) {
      return Optional.of(scalar.text().equalsIgnoreCase("true"));
    }
    return Optional.empty();
  }

  /** The number under {@code key}; reported if it is there and none. */
  Optional<Double> number(String key) {
    Optional<Tree> found = mapping.get(key).map(names::apply);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get() instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NUMBER) {
      try {
        return Optional.of(Double.valueOf(scalar.text()));
      } catch (NumberFormatException e) {
        problems.error(mapping.keyAt(key), "'" + Text.shown(scalar.text()) + "' is no number");
        return Optional.empty();
      }
    }
    problems.error(mapping.keyAt(key), "'" + key + "' needs a number");
    return Optional.empty();
  }

  /** The text or texts under {@code key}, named lists put in; reported if there is something else. */
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Tree.Scalar scalar : scalars(key)) {
      texts.add(scalar.text());
    }
    return texts;
  }

  /** The scalar or scalars under {@code key}, named lists put in; reported if there is something else. */
  List<Tree.Scalar> scalars(String key) {
    Optional<Tree> found = mapping.get(key);
    if (found.isEmpty()) {
      return List.of();
    }
    var scalars = new ArrayList<Tree.Scalar>();
    Tree tree = names.apply(found.get());
    for (Tree item : tree instanceof Tree.Sequence(var items, _) ? items : List.of(tree)) {
      if (item instanceof Tree.Scalar scalar && scalar.kind() != Tree.Kind.NULL) {
        scalars.add(scalar);
      } else {
        problems.error(mapping.keyAt(key), "'" + key + "' needs a text or a list of texts");
      }
    }
    return scalars;
  }

  /** The object under {@code key}; reported if there is something else. */
  Optional<Tree.Mapping> mapping(String key) {
    Optional<Tree> found = mapping.get(key);
    if (found.isPresent() && !(found.get() instanceof Tree.Mapping)) {
      problems.error(mapping.keyAt(key), "'" + key + "' needs an object");
    }
    return mapping.mapping(key);
  }

  /** The items of the list under {@code key}; reported if there is something else. */
  List<Tree> items(String key) {
    Optional<Tree> found = mapping.get(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (found.get() instanceof Tree.Sequence(var items, _)) {
      return items;
    }
    problems.error(mapping.keyAt(key), "'" + key + "' needs a list");
    return List.of();
  }

  /** The path under {@code key}; reported if it is there and none. */
  Optional<Path> path(String key) {
    Optional<String> text = text(key);
    Optional<Path> path = text.flatMap(PathReader::read);
    if (text.isPresent() && path.isEmpty()) {
      problems.error(mapping.get(key).orElseThrow().at(),
          "'" + Text.shown(text.get()) + "' is no path; one looks like Cors.AllowOrigins or Statement[].Action");
    }
    return path;
  }

  /** One of {@code words} under {@code key}; reported if it is there and none of them. */
  Optional<String> word(String key, List<String> words) {
    Optional<String> text = text(key);
    if (text.isPresent() && !words.contains(text.get())) {
      problems.error(mapping.get(key).orElseThrow().at(), "'" + Text.shown(text.get()) + "' is no " + key
          + "; known are " + Suggestion.list(words) + Suggestion.forWord(text.get(), words));
      return Optional.empty();
    }
    return text;
  }
}
