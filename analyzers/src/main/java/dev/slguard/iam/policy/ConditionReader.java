package dev.slguard.iam.policy;

import dev.slguard.iam.policy.Condition.Quantifier;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.TextPattern.Syntax;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads Condition elements (IAM User Guide, elements_condition). */
final class ConditionReader {
  private static final String FOR_ALL = "forallvalues:";
  private static final String FOR_ANY = "foranyvalue:";
  private static final String IF_EXISTS = "ifexists";

  private final Statement.Source source;
  private final List<PolicyProblem> problems;

  ConditionReader(Statement.Source source, List<PolicyProblem> problems) {
    this.source = source;
    this.problems = problems;
  }

  List<Condition> read(Value value) {
    return switch (value) {
      case Value.Absent _ -> List.of();
      case Value.Mapping mapping -> {
        var conditions = new ArrayList<Condition>();
        if (mapping.entries().isEmpty()) {
          problems.add(new PolicyProblem(Kind.EMPTY_ELEMENT, mapping.at(), "The Condition tests nothing"));
        }
        mapping.entries().forEach((operator, keys) -> operator(operator, keys, mapping.keyAt(operator), conditions));
        yield conditions;
      }
      case Value.Unknown _,Value.Reference _,Value.Choice _,Value.Text _ -> List.of(undecided("", value.at()));
      case Value.Scalar _,Value.Listing _ -> {
        problems.add(new PolicyProblem(Kind.ELEMENT_SHAPE, value.at(), "Condition is an object; this one is not read"));
        yield List.of(undecided("", value.at()));
      }
    };
  }

  private static Condition undecided(String operator, Span at) {
    return new Condition(Optional.empty(), Quantifier.ONE, false, operator, "", List.of(), false, at);
  }

  private void operator(String spelling, Value keys, Span at, List<Condition> out) {
    String name = spelling.toLowerCase(Locale.ROOT);
    Quantifier quantifier = name.startsWith(FOR_ALL)
        ? Quantifier.ALL
        : name.startsWith(FOR_ANY) ? Quantifier.ANY : Quantifier.ONE;
    name = switch (quantifier) {
      case ALL -> name.substring(FOR_ALL.length());
      case ANY -> name.substring(FOR_ANY.length());
      case ONE -> name;
    };
    boolean ifExists = name.endsWith(IF_EXISTS);
    Optional<ConditionOperator> operator = ConditionOperator
        .named(ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name)
        .filter(found -> found != ConditionOperator.NULL || !ifExists);
    if (operator.isEmpty()) {
      problems.add(new PolicyProblem(Kind.UNKNOWN_OPERATOR, at,
          "There is no condition operator '" + spelling + "'; AWS refuses the policy"));
    }
    switch (keys) {
      case Value.Mapping mapping -> {
        keys(spelling, mapping);
        for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
          if (entry.getValue() instanceof Value.Listing(var items, Span here) && items.isEmpty()) {
            problems.add(new PolicyProblem(Kind.EMPTY_ELEMENT, here,
                "'" + spelling + "' compares '" + entry.getKey() + "' with no value"));
          }
          out.add(new Condition(operator, quantifier, ifExists, spelling, entry.getKey(),
              values(operator, entry.getValue()), true, mapping.keyAt(entry.getKey())));
        }
      }
      case Value.Unknown _,Value.Reference _,Value.Choice _,Value.Text _ -> out.add(undecided(spelling, keys.at()));
      case Value.Scalar _,Value.Listing _,Value.Absent _ -> {
        problems.add(new PolicyProblem(Kind.ELEMENT_SHAPE, keys.at(),
            "'" + spelling + "' holds an object of condition keys; this one is not read"));
        out.add(undecided(spelling, keys.at()));
      }
    }
  }

  private void keys(String spelling, Value.Mapping mapping) {
    if (mapping.entries().isEmpty()) {
      problems.add(new PolicyProblem(Kind.EMPTY_ELEMENT, mapping.at(), "'" + spelling + "' tests no key"));
    }
    var seen = new HashSet<String>();
    for (String key : mapping.entries().keySet()) {
      if (key.indexOf(':') < 0 || key.endsWith("/")) {
        problems.add(new PolicyProblem(Kind.MALFORMED_KEY, mapping.keyAt(key),
            "'" + key + "' is no condition key: it is 'service:name', and the key of a tag ends with its name"));
      }
      if (!seen.add(key.toLowerCase(Locale.ROOT))) {
        problems.add(new PolicyProblem(Kind.DUPLICATE_KEY, mapping.keyAt(key),
            "'" + key + "' stands twice under '" + spelling + "', for keys ignore case"));
      }
    }
  }

  private List<TextPattern> values(Optional<ConditionOperator> operator, Value value) {
    boolean wildcards = operator.filter(ConditionOperator::takesWildcards).isPresent();
    boolean variables = source.variables() && operator.filter(ConditionOperator::takesVariables).isPresent();
    Syntax syntax = wildcards
        ? variables ? Syntax.FULL : Syntax.WILDCARDS
        : variables ? Syntax.VARIABLES : Syntax.PLAIN;
    var values = new ArrayList<TextPattern>();
    for (Value item : Values.items(value)) {
      if (item instanceof Value.Listing || item instanceof Value.Mapping) {
        problems
            .add(new PolicyProblem(Kind.ELEMENT_SHAPE, item.at(), "A condition value is a text; this one is not read"));
      } else {
        TextPattern pattern = TextPattern.of(item, syntax);
        if (variables) {
          StatementReader.variables(pattern, source, problems);
        }
        values.add(pattern);
      }
    }
    return values;
  }
}
