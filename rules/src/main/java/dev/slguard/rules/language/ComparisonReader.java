package dev.slguard.rules.language;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the operators of a condition, each with what stands behind it. */
final class ComparisonReader {
  private ComparisonReader() {}

  /** All comparisons among the entries of {@code mapping}, in the order written. */
  static List<Comparison> read(Tree.Mapping mapping, Fields fields, Diagnostics problems) {
    var comparisons = new ArrayList<Comparison>();
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      Operator.of(entry.getKey())
          .flatMap(operator -> operand(operator, fields, problems).map(operand -> new Comparison(operator, operand)))
          .ifPresent(comparisons::add);
    }
    return comparisons;
  }

  private static Optional<Comparison.Operand> operand(Operator operator, Fields fields, Diagnostics problems) {
    String key = operator.key();
    return switch (operator.takes()) {
      case SCALAR -> {
        List<Tree.Scalar> scalars = fields.scalars(key);
        if (scalars.size() != 1) {
          problems.error(fields.keyAt(key), "'" + key + "' takes one value; for several there is 'in'");
          yield Optional.empty();
        }
        yield Optional.of(words(scalars));
      }
      case SCALARS -> Optional.of(words(fields.scalars(key)));
      case PATTERN -> fields.text(key).flatMap(text -> pattern(key, text, fields, problems));
      case NUMBER -> fields.number(key).map(Comparison.Operand.Amount::new);
      case FLAG -> fields.flag(key).map(Comparison.Operand.Flag::new);
    };
  }

  private static Comparison.Operand words(List<Tree.Scalar> scalars) {
    var words = new ArrayList<Comparison.Word>();
    for (Tree.Scalar scalar : scalars) {
      words.add(new Comparison.Word(scalar.text(), scalar.kind()));
    }
    return new Comparison.Operand.Words(words);
  }

  private static Optional<Comparison.Operand> pattern(String key, String text, Fields fields, Diagnostics problems) {
    var pattern = new LazyPattern(text);
    Optional<String> error = fields.isChecked() ? pattern.error() : Optional.empty();
    if (error.isPresent()) {
      problems.error(fields.get(key).orElseThrow().at(),
          "'" + Text.shown(text) + "' is no regular expression: " + Text.shown(error.get()));
      return Optional.empty();
    }
    return Optional.of(new Comparison.Operand.Pattern(pattern));
  }
}
