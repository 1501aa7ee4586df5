package dev.slguard.iam.policy;

import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.TextPattern.Syntax;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads Principal and NotPrincipal (IAM User Guide, elements_principal). */
final class PrincipalReader {
  private static final int CANONICAL_DIGITS = 64;
  private static final int UNIQUE_ID = 16;
  private static final int ARN_FIELDS = 6;
  private static final int ACCOUNT_FIELD = 4;

  private final List<PolicyProblem> problems;

  PrincipalReader(List<PolicyProblem> problems) {
    this.problems = problems;
  }

  List<Principal> read(Value value) {
    var principals = new ArrayList<Principal>();
    switch (value) {
      case Value.Mapping mapping -> {
        if (mapping.entries().isEmpty()) {
          problem(mapping.at(), "Principal is an empty object and names nobody; AWS refuses it");
        }
        for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
          for (Value item : Values.items(entry.getValue())) {
            read(entry.getKey(), item, mapping.keyAt(entry.getKey()), principals);
          }
        }
      }
      case Value.Scalar(String text, Tree.Kind _, Span at) -> {
        if (text.equals("*")) {
          principals.add(new Principal.Everyone(at));
        } else {
          problem(at,
              "Principal is '*' or an object with AWS, Service, Federated or CanonicalUser, not '" + text + "'");
        }
      }
      case Value.Text _,Value.Reference _,Value.Choice _,Value.Unknown _ ->
        principals.add(new Principal.Undecided(value.at()));
      case Value.Listing(_, Span at) -> problem(at, "Principal is '*' or an object, not a list");
      case Value.Absent _ -> {
      }
    }
    return principals;
  }

  private void read(String kind, Value item, Span at, List<Principal> out) {
    if (item instanceof Value.Listing || item instanceof Value.Mapping || item instanceof Value.Absent) {
      problem(item.at(), "An entry of Principal is a text; this one is not read");
      return;
    }
    TextPattern name = TextPattern.of(item, Syntax.PLAIN);
    switch (kind) {
      case "AWS" -> {
        if (Values.text(item).filter("*"::equals).isPresent()) {
          out.add(new Principal.Everyone(item.at()));
        } else {
          check(name);
          out.add(new Principal.Aws(name));
        }
      }
      case "Service" -> {
        service(name);
        out.add(new Principal.Service(name));
      }
      case "Federated" -> {
        provider(name);
        out.add(new Principal.Federated(name));
      }
      case "CanonicalUser" -> out.add(new Principal.Canonical(name));
      default -> problem(at, "Principal has no kind '" + kind + "', only AWS, Service, Federated and CanonicalUser");
    }
  }

  private void check(TextPattern name) {
    name.literal().ifPresent(text -> {
      if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
        problem(name.at(), "Principals take no wildcards but the lone '*'; AWS refuses '" + text + "'");
      } else if (text.contains(":group/")) {
        problem(name.at(), "A group is no principal; AWS refuses '" + text + "'");
      } else if (isUniqueId(text)) {
        problems.add(new PolicyProblem(Kind.DELETED_PRINCIPAL, name.at(),
            "'" + text + "' is the id of a principal that was deleted; it matches nobody"));
      } else if (!isAccountOrIdentity(text)) {
        problem(name.at(),
            "An AWS principal is an account, or the ARN of a user, role or session; AWS refuses '" + text + "'");
      }
    });
  }

  /** An ARN of IAM or STS, twelve digits, or the canonical id of an account, which S3 takes here too. */
  private static boolean isAccountOrIdentity(String text) {
    String[] fields = text.split(":", ARN_FIELDS);
    if (fields.length == ARN_FIELDS && fields[0].equals("arn") && !text.contains("${")) {
      boolean account = Principal.isAccount(fields[ACCOUNT_FIELD]) || fields[ACCOUNT_FIELD].equals("cloudfront");
      String name = fields[ARN_FIELDS - 1];
      return account && switch (fields[2]) {
        case "iam" -> name.equals("root") || isNamed(name, "user/") || isNamed(name, "role/");
        case "sts" -> isNamed(name, "federated-user/")
            || isNamed(name, "assumed-role/") && name.indexOf('/') != name.lastIndexOf('/');
        default -> false;
      };
    }
    return Principal.isAccount(text)
        || text.length() == CANONICAL_DIGITS && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static boolean isNamed(String text, String kind) {
    return text.startsWith(kind) && text.length() > kind.length();
  }

  /** A provider of the account by its ARN, or a public one by its name. */
  private void provider(TextPattern name) {
    name.literal()
        .filter(text -> text.startsWith("arn:")
            ? !text.contains(":oidc-provider/") && !text.contains(":saml-provider/") && !text.contains(":sts::")
            : text.contains("/") || text.indexOf('.') < 0)
        .ifPresent(
            text -> problem(name.at(), "A provider is named by its ARN, or as 'cognito-identity.amazonaws.com' is;"
                + " AWS refuses '" + text + "'"));
  }

  /** The ids of users, roles and sessions begin so (IAM User Guide, reference_identifiers). */
  private static boolean isUniqueId(String text) {
    return text.length() >= UNIQUE_ID && (text.startsWith("AIDA") || text.startsWith("AROA") || text.startsWith("AGPA"))
        && text.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
  }

  private void service(TextPattern name) {
    name.literal().filter(text -> text.indexOf('.') < 0).ifPresent(text -> problem(name.at(),
        "A service is named as 'lambda.amazonaws.com' is, in full; AWS refuses '" + text + "'"));
  }

  private void problem(Span at, String message) {
    problems.add(new PolicyProblem(Kind.MALFORMED_PRINCIPAL, at, message));
  }
}
