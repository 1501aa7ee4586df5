package dev.slguard.iam.policy;

import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.TextPattern.Syntax;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the statements of one document; see {@link PolicyReader}. */
final class StatementReader {
  private final Statement.Source source;
  private final List<PolicyProblem> problems;
  private final ConditionReader conditions;

  StatementReader(Statement.Source source, List<PolicyProblem> problems) {
    this.source = source;
    this.problems = problems;
    this.conditions = new ConditionReader(source, problems);
  }

  Statement read(Value value, ConditionSet when) {
    return switch (value) {
      case Value.Mapping mapping -> read(mapping, when);
      case Value.Unknown _,Value.Reference _,Value.Choice _,Value.Text _ -> PolicyReader.undecided(value, source, when);
      case Value.Scalar _,Value.Listing _,Value.Absent _ -> {
        problem(Kind.DOCUMENT_SHAPE, value.at(), "A statement is an object; this one is not read");
        yield nothing(value.at(), when);
      }
    };
  }

  /** A statement that matches no request. */
  private Statement nothing(Span at, ConditionSet when) {
    var none = new PatternList(false, List.of(), at);
    return new Statement(Optional.empty(), Effect.ALLOW, Optional.empty(), none, Optional.of(none), List.of(), source,
        when, at, at);
  }

  private Statement read(Value.Mapping mapping, ConditionSet when) {
    for (String key : mapping.entries().keySet()) {
      switch (key) {
        case "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal",
            "Condition" ->
          {
          }
        default -> problem(Kind.UNKNOWN_ELEMENT, mapping.keyAt(key),
            "A statement has no element '" + key + "' (names are case-sensitive); AWS refuses the policy");
      }
    }
    if (source.type() == PolicyType.TRUST
        && (mapping.entries().containsKey("Resource") || mapping.entries().containsKey("NotResource"))) {
      problem(Kind.UNEXPECTED_RESOURCE,
          mapping.keyAt(mapping.entries().containsKey("Resource") ? "Resource" : "NotResource"),
          "A trust policy names no Resource, for it stands on the role itself; AWS refuses it");
    }
    Value effect = mapping.get("Effect");
    Span effectAt = effect instanceof Value.Absent ? mapping.at() : effect.at();
    var statement = new Statement(sid(mapping), effect(effect), principals(mapping), actions(mapping),
        resources(mapping), conditions.read(mapping.get("Condition")), source, when, effectAt, mapping.at());
    if (source.type() == PolicyType.RCP) {
      resourceControl(statement);
    }
    return statement;
  }

  /** All but the policy that AWS attaches itself denies, to everybody, actions of a named service. */
  private void resourceControl(Statement statement) {
    boolean any = statement.actions().isAny() && !statement.actions().negated();
    boolean attached = any && statement.resources().map(PatternList::isAny).orElse(false);
    if (statement.effect() == Effect.ALLOW && !attached) {
      problem(Kind.CONTROL_POLICY_ELEMENT, statement.effectAt(),
          "A resource control policy only denies; AWS refuses this Allow");
    }
    if (statement.effect() == Effect.DENY && (any
        || statement.principals().filter(list -> !list.negated()).map(list -> !list.namesEveryone()).orElse(true))) {
      problem(Kind.CONTROL_POLICY_ELEMENT, statement.effectAt(),
          "A Deny of a resource control policy names Principal '*' and actions of a service; AWS refuses this one");
    }
  }

  private Optional<String> sid(Value.Mapping mapping) {
    Value value = mapping.get("Sid");
    Optional<String> sid = Values.text(value);
    if (sid.filter(String::isEmpty).isPresent()) {
      problem(Kind.EMPTY_ELEMENT, value.at(), "The Sid is empty");
    }
    boolean free = source.type() != PolicyType.IDENTITY && source.type() != PolicyType.BOUNDARY;
    if (!free && sid.isPresent() && !sid.get().chars().allMatch(StatementReader::isSidCharacter)) {
      problem(Kind.MALFORMED_SID, value.at(),
          "The Sid '" + sid.get() + "' may hold only letters and digits; AWS refuses the policy");
    }
    return sid;
  }

  private static boolean isSidCharacter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private Effect effect(Value value) {
    Optional<String> text = Values.text(value);
    if (text.isEmpty()) {
      boolean undecided = value instanceof Value.Unknown || value instanceof Value.Reference
          || value instanceof Value.Text || value instanceof Value.Choice;
      if (!undecided) {
        problem(Kind.BAD_EFFECT, value.at(), "The statement has no Effect; AWS refuses the policy");
      }
      return Effect.UNKNOWN;
    }
    Effect meant = text.get().equalsIgnoreCase("allow")
        ? Effect.ALLOW
        : text.get().equalsIgnoreCase("deny") ? Effect.DENY : Effect.UNKNOWN;
    if (!text.get().equals("Allow") && !text.get().equals("Deny")) {
      problem(Kind.BAD_EFFECT, value.at(),
          "Effect is 'Allow' or 'Deny', not '" + text.get() + "'; AWS refuses the policy");
    }
    return meant;
  }

  private PatternList actions(Value.Mapping mapping) {
    PatternList actions = patterns(mapping, "Action", "NotAction", Syntax.WILDCARDS).orElseGet(() -> {
      problem(Kind.MISSING_ACTION, mapping.at(),
          "The statement has neither Action nor NotAction; AWS refuses the policy");
      return new PatternList(false, List.of(), mapping.at());
    });
    for (TextPattern item : actions.items()) {
      if (!item.hasHole() && !item.isAny() && !ActionPattern.isWellFormed(item.text())) {
        problem(Kind.MALFORMED_ACTION, item.at(),
            "'" + item.text() + "' is no action: it is '*' or 'service:name', and matches nothing");
      } else if (source.type() == PolicyType.TRUST && !item.hasHole() && !item.isAny()
          && !ActionPattern.service(item.text()).equals("sts")) {
        problem(Kind.FOREIGN_TRUST_ACTION, item.at(),
            "A trust policy speaks of actions of STS only; AWS refuses '" + item.text() + "'");
      }
    }
    return actions;
  }

  private Optional<PatternList> resources(Value.Mapping mapping) {
    Optional<PatternList> resources = patterns(mapping, "Resource", "NotResource",
        source.variables() ? Syntax.FULL : Syntax.WILDCARDS);
    boolean self = source.type() == PolicyType.TRUST || source.type() == PolicyType.RESOURCE;
    if (resources.isEmpty() && !self) {
      problem(Kind.MISSING_RESOURCE, mapping.at(),
          "The statement has neither Resource nor NotResource; AWS refuses the policy");
      return Optional.of(new PatternList(false, List.of(), mapping.at()));
    }
    resources.ifPresent(list -> list.items().forEach(item -> {
      variables(item, source, problems);
      if (ResourcePattern.isMalformed(item)) {
        problem(Kind.MALFORMED_RESOURCE, item.at(),
            "'" + item.text() + "' is neither '*' nor an ARN; it matches nothing");
      }
    }));
    return resources;
  }

  /** Reports variables that do not end or name nothing; in the language of 2008 they are text. */
  static void variables(TextPattern item, Statement.Source source, List<PolicyProblem> problems) {
    if (!source.variables()) {
      return;
    }
    for (Part part : item.parts()) {
      boolean open = part instanceof Part.Literal(String text) && text.contains("${");
      // The keys of tags may hold spaces.
      boolean empty = part instanceof Part.Variable(String key, Optional<String> fallback)
          && (key.isEmpty() || key.indexOf(' ') >= 0 && key.indexOf('/') < 0
              || fallback.filter(text -> text.startsWith("'")).isPresent());
      if (open || empty) {
        problems.add(new PolicyProblem(Kind.MALFORMED_VARIABLE, item.at(), "'" + item.text() + "' has a variable that "
            + (open ? "does not end with '}'" : "is no key with a quoted default") + "; AWS refuses the policy"));
        return;
      }
    }
  }

  private Optional<PatternList> patterns(Value.Mapping mapping, String name, String notName, Syntax syntax) {
    boolean has = mapping.entries().containsKey(name);
    boolean hasNot = mapping.entries().containsKey(notName);
    if (has && hasNot) {
      problem(Kind.BOTH_FORMS, mapping.keyAt(notName),
          "The statement has both " + name + " and " + notName + "; AWS refuses the policy");
    }
    if (!has && !hasNot) {
      return Optional.empty();
    }
    String key = has ? name : notName;
    Value value = mapping.get(key);
    if (value instanceof Value.Absent) {
      return Optional.empty();
    }
    var items = new ArrayList<TextPattern>();
    for (Value item : Values.items(value)) {
      text(item, key, syntax).ifPresent(items::add);
    }
    if (value instanceof Value.Listing(var written, Span at) && written.isEmpty()) {
      problem(Kind.EMPTY_LIST, at, key + " is an empty list; the statement matches nothing");
    }
    return Optional.of(new PatternList(!has, items, value.at()));
  }

  private Optional<TextPattern> text(Value item, String key, Syntax syntax) {
    return switch (item) {
      case Value.Scalar(_, Tree.Kind kind, Span at) -> {
        if (kind != Tree.Kind.TEXT) {
          problem(Kind.ELEMENT_SHAPE, at, "An entry of " + key + " is a text; this one is not");
        }
        yield kind == Tree.Kind.NULL ? Optional.empty() : Optional.of(TextPattern.of(item, syntax));
      }
      case Value.Text _,Value.Reference _,Value.Choice _,Value.Unknown _ -> Optional.of(TextPattern.of(item, syntax));
      case Value.Listing _,Value.Mapping _ -> {
        problem(Kind.ELEMENT_SHAPE, item.at(), "An entry of " + key + " is a text; this one is not read");
        yield Optional.empty();
      }
      case Value.Absent _ -> Optional.empty();
    };
  }

  private Optional<PrincipalList> principals(Value.Mapping mapping) {
    boolean has = mapping.entries().containsKey("Principal");
    boolean hasNot = mapping.entries().containsKey("NotPrincipal");
    if (has && hasNot) {
      problem(Kind.BOTH_FORMS, mapping.keyAt("NotPrincipal"),
          "The statement has both Principal and NotPrincipal; AWS refuses the policy");
    }
    if (!has && !hasNot) {
      if (source.type().namesPrincipals() && source.type() != PolicyType.ENDPOINT) {
        problem(Kind.MISSING_PRINCIPAL, mapping.at(), "The statement has no Principal, so it never matches");
      }
      return Optional.empty();
    }
    String key = has ? "Principal" : "NotPrincipal";
    if (!source.type().namesPrincipals()) {
      problem(Kind.UNEXPECTED_PRINCIPAL, mapping.keyAt(key),
          key + " stands in a policy attached to an identity; AWS refuses it");
    }
    Value value = mapping.get(key);
    return Optional.of(new PrincipalList(!has, new PrincipalReader(problems).read(value), value.at()));
  }

  private void problem(Kind kind, Span at, String message) {
    problems.add(new PolicyProblem(kind, at, message));
  }
}
