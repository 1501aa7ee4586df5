package dev.slguard.iam.policy;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads policy documents (IAM User Guide, reference_policies_grammar). It never gives up: what is wrong becomes a
 * {@link PolicyProblem}, what deployment decides becomes a hole, a document that is not to be read at all becomes one
 * statement of unknown effect.
 */
public final class PolicyReader {
  private static final String NEW_LANGUAGE = "2012-10-17";
  private static final String OLD_LANGUAGE = "2008-10-17";

  private PolicyReader() {}

  /** Reads a template's document. */
  public static Policy read(PolicyDocument document, PolicyType type) {
    return read(document.document(), type, document.name(), document.carrier(), document.conditions());
  }

  /** Reads a document that always applies. */
  public static Policy read(Value document, PolicyType type, String name) {
    return read(document, type, name, "", ConditionSet.ALWAYS);
  }

  /** Reads a document; {@code carrier} is the logical id of the resource it belongs to, or empty. */
  public static Policy read(Value written, PolicyType type, String name, String carrier, ConditionSet when) {
    Value document = PolicyText.parsed(written);
    var problems = new ArrayList<PolicyProblem>();
    return switch (document) {
      case Value.Mapping mapping -> ofMapping(mapping, type, name, carrier, when, problems);
      case Value.Absent(Span at) ->
        policy(source(name, carrier, type, false), Optional.empty(), List.of(), document, problems, when, at);
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, Span at) -> {
        var named = new ConditionSet.Formula.Named(condition);
        Policy yes = read(whenTrue, type, name, carrier, when.and(named));
        Policy no = read(whenFalse, type, name, carrier, when.and(new ConditionSet.Formula.Not(named)));
        var statements = new ArrayList<>(yes.statements());
        statements.addAll(no.statements());
        problems.addAll(yes.problems());
        problems.addAll(no.problems());
        yield new Policy(yes.source(), yes.version().or(no::version), statements, Math.max(yes.size(), no.size()),
            problems, when, at);
      }
      case Value.Unknown _,Value.Reference _,Value.Text _ -> {
        Statement.Source source = source(name, carrier, type, true);
        yield policy(source, Optional.empty(), List.of(undecided(document, source, when)), document, problems, when,
            document.at());
      }
      case Value.Scalar _,Value.Listing _ -> {
        problems.add(new PolicyProblem(PolicyProblem.Kind.DOCUMENT_SHAPE, document.at(),
            "A policy document is an object with Version and Statement; this one is not read"));
        yield policy(source(name, carrier, type, false), Optional.empty(), List.of(), document, problems, when,
            document.at());
      }
    };
  }

  private static Statement.Source source(String name, String carrier, PolicyType type, boolean variables) {
    return new Statement.Source(name, carrier, type, variables);
  }

  private static Policy policy(Statement.Source source, Optional<String> version, List<Statement> statements,
      Value document, List<PolicyProblem> problems, ConditionSet when, Span at) {
    return new Policy(source, version, statements, PolicySize.of(document), problems, when, at);
  }

  /** A statement of which nothing is known but that it may allow or deny anything. */
  static Statement undecided(Value value, Statement.Source source, ConditionSet when) {
    Span at = value.at();
    var hole = new TextPattern(List.of(new Part.Hole("undecided " + at, Optional.empty(), false)), at);
    Optional<PrincipalList> principals = source.type().namesPrincipals()
        ? Optional.of(new PrincipalList(false, List.of(new Principal.Undecided(at)), at))
        : Optional.empty();
    return new Statement(Optional.empty(), Effect.UNKNOWN, principals, new PatternList(false, List.of(hole), at),
        Optional.of(new PatternList(false, List.of(hole), at)), List.of(), source, when, at, at);
  }

  private static Policy ofMapping(Value.Mapping document, PolicyType type, String name, String carrier,
      ConditionSet when, List<PolicyProblem> problems) {
    Optional<String> version = version(document, problems);
    boolean decided = document.get("Version") instanceof Value.Scalar || version.isEmpty();
    boolean variables = version.map(NEW_LANGUAGE::equals)
        .orElse(!(document.get("Version") instanceof Value.Absent || decided && version.isPresent()));
    Statement.Source source = source(name, carrier, type, variables);
    for (Map.Entry<String, Value> entry : document.entries().entrySet()) {
      switch (entry.getKey()) {
        case "Version", "Id", "Statement" -> {
        }
        default -> problems.add(new PolicyProblem(PolicyProblem.Kind.UNKNOWN_ELEMENT, document.keyAt(entry.getKey()),
            "A policy document has no element '" + entry.getKey() + "'; AWS refuses it"));
      }
    }
    var statements = new ArrayList<Statement>();
    Value written = document.get("Statement");
    if (written instanceof Value.Absent) {
      problems.add(new PolicyProblem(PolicyProblem.Kind.DOCUMENT_SHAPE, document.at(),
          "The policy document has no Statement; it says nothing"));
    }
    if (written instanceof Value.Listing(var items, Span at) && items.isEmpty()) {
      problems.add(new PolicyProblem(PolicyProblem.Kind.EMPTY_LIST, at, "Statement is an empty list"));
    }
    var reader = new StatementReader(source, problems);
    for (Value item : Values.items(written)) {
      for (Variants.Variant variant : Variants.of(item, when)) {
        for (Value one : Values.items(variant.value())) {
          statements.add(reader.read(one, variant.when()));
        }
      }
    }
    duplicateSids(statements, problems);
    return policy(source, version, statements, document, problems, when, document.at());
  }

  private static Optional<String> version(Value.Mapping document, List<PolicyProblem> problems) {
    Value written = document.get("Version");
    Optional<String> version = Values.text(written);
    if (written instanceof Value.Absent) {
      problems.add(new PolicyProblem(PolicyProblem.Kind.MISSING_VERSION, document.at(),
          "The policy has no Version, so AWS reads it in the language of 2008, where '${…}' is plain text"));
    } else if (version.isPresent() && version.get().equals(OLD_LANGUAGE)) {
      problems.add(new PolicyProblem(PolicyProblem.Kind.OLD_VERSION, written.at(),
          "The policy has Version '2008-10-17', in which '${…}' is plain text"));
    } else if (version.isPresent() && !version.get().equals(NEW_LANGUAGE)) {
      problems.add(new PolicyProblem(PolicyProblem.Kind.UNKNOWN_VERSION, written.at(),
          "The policy language has no Version '" + version.get() + "', only '2012-10-17' and '2008-10-17'"));
    }
    return version;
  }

  private static void duplicateSids(List<Statement> statements, List<PolicyProblem> problems) {
    var seen = new HashSet<String>();
    var places = new HashSet<Span>();
    for (Statement statement : statements) {
      String sid = statement.sid().orElse("");
      if (!sid.isEmpty() && places.add(statement.at()) && !seen.add(sid)) {
        problems.add(new PolicyProblem(PolicyProblem.Kind.DUPLICATE_SID, statement.at(),
            "Another statement of this policy has the Sid '" + sid + "' too"));
      }
    }
  }
}
