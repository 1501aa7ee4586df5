package dev.slguard.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Short ways to declare options and read them. */
final class Options {
  private Options() {}

  /** An option without value. */
  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).description(description).type(boolean.class).arity("0").build();
  }

  /** An option with one value; the last one counts. */
  static OptionSpec value(String label, String description, String... names) {
    return OptionSpec.builder(names).paramLabel(label).description(description).type(String.class).arity("1").build();
  }

  /** An option that may be given several times. */
  static OptionSpec values(String label, String description, String... names) {
    return OptionSpec.builder(names).paramLabel(label).description(description).type(List.class)
        .auxiliaryTypes(String.class).arity("1").build();
  }

  /** All positional parameters, from {@code least} on. */
  static PositionalParamSpec paths(String label, String description, int least) {
    return PositionalParamSpec.builder().paramLabel(label).description(description).index("0..*").arity(least + "..*")
        .type(List.class).auxiliaryTypes(String.class).build();
  }

  /** The values of the positional parameters. */
  static List<String> positionals(ParseResult arguments) {
    return arguments.matchedPositionalValue(0, List.of());
  }

  /** What was given for the option {@code name}; empty for none, or for an empty text. */
  static Optional<String> text(ParseResult arguments, String name) {
    String value = arguments.matchedOptionValue(name, "");
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** The constant of {@code type} that {@code text} names in lower case. */
  static <E extends Enum<E>> E constant(String option, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    var known = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      known.append(known.isEmpty() ? "" : ", ").append(constant.name().toLowerCase(Locale.ROOT));
    }
    throw new UserError(option + " takes one of " + known + ", not '" + text + "'");
  }
}
