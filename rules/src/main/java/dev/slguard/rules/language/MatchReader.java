package dev.slguard.rules.language;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the violation of a rule, one method a {@link Kind}. */
final class MatchReader {
  private static final List<String> SUBJECTS = List.of("resource", "trigger", "function", "parameter");
  private static final Set<String> OF_STATEMENT = Set.of("policy", "on", "as", "statement");
  private static final List<String> WAYS = List.of("self", "principal", "passrole", "code", "serverless", "chain");
  private static final List<String> DIFFERENCES = List.of("beyond", "behind", "trust", "unused");
  private static final List<String> POLICIES = List.of("identity", "trust", "resource");

  private final ConditionReader conditions;
  private final Diagnostics problems;

  MatchReader(ConditionReader conditions, Diagnostics problems) {
    this.conditions = conditions;
    this.problems = problems;
  }

  Optional<Match> read(Kind kind, Tree.Mapping mapping) {
    return switch (kind) {
      case TEMPLATE -> template(mapping);
      case IAM -> mapping.has("principal")
          ? principal(mapping)
          : mapping.has("problem") ? problem(mapping) : mapping.has("account") ? account(mapping) : statement(mapping);
      case TAINT -> flow(mapping);
    };
  }

  private Optional<Match> template(Tree.Mapping mapping) {
    Fields fields = conditions.fields(mapping);
    List<String> written = SUBJECTS.stream().filter(fields::has).toList();
    if (written.size() != 1) {
      problems.error(mapping.at(), "the match of a template rule needs one of " + Suggestion.list(SUBJECTS));
      return Optional.empty();
    }
    String key = written.getFirst();
    String name = fields.text("as").orElse(key);
    conditions.give(name, fields.has("as") ? fields.keyAt("as") : fields.keyAt(key));
    Match.Subject subject = switch (key) {
      case "trigger" -> new Match.Subject.Triggers();
      case "function" -> new Match.Subject.Functions();
      case "parameter" -> new Match.Subject.Parameters();
      default -> new Match.Subject.Resources(fields.texts("resource"));
    };
    if (!key.equals("resource") && !fields.text(key).equals(Optional.of("any"))) {
      problems.error(fields.keyAt(key), "'" + key + "' takes 'any'; conditions narrow it");
    }
    Condition condition = conditions.read(mapping, Set.of(key, "as"), false);
    return Optional.of(new Match.OfTemplate(subject, name, condition));
  }

  private Optional<Match> flow(Tree.Mapping mapping) {
    Fields fields = conditions.fields(mapping);
    List<String> categories = fields.texts("category");
    if (categories.isEmpty()) {
      problems.error(mapping.at(), "the match of a taint rule needs 'category'");
      return Optional.empty();
    }
    String name = fields.text("as").orElse("flow");
    conditions.give(name, fields.has("as") ? fields.keyAt("as") : fields.keyAt("category"));
    Condition condition = conditions.read(mapping, Set.of("category", "as"), false);
    return Optional.of(new Match.OfFlow(categories, name, condition));
  }

  private Optional<Match> principal(Tree.Mapping mapping) {
    Fields fields = conditions.fields(mapping);
    if (!fields.text("principal").equals(Optional.of("any"))) {
      problems.error(fields.keyAt("principal"), "'principal' takes 'any'; conditions narrow it");
    }
    var ways = new ArrayList<String>();
    for (Tree.Scalar word : fields.scalars("escalates")) {
      if (WAYS.contains(word.text())) {
        ways.add(word.text());
      } else {
        problems.error(word.at(),
            "'escalates' is one of " + Suggestion.list(WAYS) + Suggestion.forWord(word.text(), WAYS));
      }
    }
    if (ways.isEmpty()) {
      problems.error(mapping.at(), "the match of a rule on principals needs 'escalates': " + Suggestion.list(WAYS));
      return Optional.empty();
    }
    String name = fields.text("as").orElse("grant");
    conditions.give(name, fields.has("as") ? fields.keyAt("as") : fields.keyAt("principal"));
    Condition condition = conditions.read(mapping, Set.of("principal", "escalates", "as"), false);
    return Optional.of(new Match.OfPrincipal(ways, name, condition));
  }

  private Optional<Match> account(Tree.Mapping mapping) {
    Fields fields = conditions.fields(mapping);
    var differences = new ArrayList<String>();
    for (Tree.Scalar word : fields.scalars("account")) {
      if (DIFFERENCES.contains(word.text())) {
        differences.add(word.text());
      } else {
        problems.error(word.at(),
            "'account' is one of " + Suggestion.list(DIFFERENCES) + Suggestion.forWord(word.text(), DIFFERENCES));
      }
    }
    String name = fields.text("as").orElse("difference");
    conditions.give(name, fields.has("as") ? fields.keyAt("as") : fields.keyAt("account"));
    Condition condition = conditions.read(mapping, Set.of("account", "as"), false);
    return Optional.of(new Match.OfAccount(differences, name, condition));
  }

  private Optional<Match> problem(Tree.Mapping mapping) {
    Fields fields = conditions.fields(mapping);
    String name = fields.text("as").orElse("problem");
    conditions.give(name, fields.has("as") ? fields.keyAt("as") : fields.keyAt("problem"));
    Condition condition = conditions.read(mapping, Set.of("problem", "as"), false);
    return Optional.of(new Match.OfProblem(fields.texts("problem"), name, condition));
  }

  private Optional<Match> statement(Tree.Mapping mapping) {
    Fields fields = conditions.fields(mapping);
    Optional<Tree.Mapping> statement = fields.mapping("statement");
    if (statement.isEmpty()) {
      problems.error(mapping.at(), "the match of an iam rule needs 'statement'");
      return Optional.empty();
    }
    var policies = new ArrayList<Match.PolicyRole>();
    for (Tree.Scalar word : fields.scalars("policy")) {
      if (POLICIES.contains(word.text())) {
        policies.add(Match.PolicyRole.valueOf(word.text().toUpperCase(Locale.ROOT)));
      } else {
        problems.error(word.at(),
            "'policy' is one of " + Suggestion.list(POLICIES) + Suggestion.forWord(word.text(), POLICIES));
      }
    }
    if (!fields.has("policy")) {
      problems.error(mapping.at(), "the match of an iam rule needs 'policy': " + Suggestion.list(POLICIES));
    }
    String name = fields.text("as").orElse("policy");
    conditions.give(name, fields.has("as") ? fields.keyAt("as") : mapping.at());
    Condition carrier = conditions.read(mapping, OF_STATEMENT, false);
    Fields inner = conditions.fields(statement.get());
    String statementName = inner.text("as").orElse("statement");
    conditions.give(statementName, inner.has("as") ? inner.keyAt("as") : statement.get().at());
    Condition condition = conditions.read(statement.get(), Set.of("as"), true);
    return Optional.of(new Match.OfStatement(policies, fields.texts("on"), name, carrier, statementName, condition));
  }
}
