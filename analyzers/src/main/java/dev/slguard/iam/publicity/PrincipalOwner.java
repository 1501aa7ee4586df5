package dev.slguard.iam.publicity;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/** Whose an entry of Principal is, whatever the conditions of its statement say. */
public final class PrincipalOwner {
  private static final int ACCOUNT_FIELD = 4;

  /** The account that the policies belong to, as templates spell it. */
  static final Glob OWN = Glob
      .of(new TextPattern(List.of(new Part.Hole("AWS::AccountId", Optional.empty(), true)), Span.startOf("")), false);

  /** The account in the ARNs of origin access identities (CloudFront, "Restrict access to an Amazon S3 origin"). */
  private static final Glob CLOUDFRONT = Glob.text("cloudfront");

  private PrincipalOwner() {}

  /** Whether it is everybody. */
  public static Truth isEverybody(Principal principal) {
    return switch (principal) {
      case Principal.Everyone _ -> Truth.TRUE;
      case Principal.Undecided _ -> Truth.UNKNOWN;
      case Principal.Aws(TextPattern name) -> isUndecided(name) ? Truth.UNKNOWN : Truth.FALSE;
      case Principal.Service _,Principal.Federated _,Principal.Canonical _ -> Truth.FALSE;
    };
  }

  /** Whether it is another account, or an identity of one; a known number is never the own account of a template. */
  public static Truth isForeign(Principal principal) {
    return switch (principal) {
      case Principal.Undecided _ -> Truth.UNKNOWN;
      case Principal.Aws(TextPattern name) -> switch (reach(name, OWN)) {
        case FOREIGN_ACCOUNT -> Truth.TRUE;
        case UNKNOWN -> Truth.UNKNOWN;
        case OWN_ACCOUNT, SERVICE, CONFINED, FEDERATED, ANY_SERVICE_USER, ANY_TOKEN, ANY_ACCOUNT, ANYONE -> Truth.FALSE;
      };
      case Principal.Canonical _ -> Truth.TRUE;
      case Principal.Everyone _,Principal.Service _,Principal.Federated _ -> Truth.FALSE;
    };
  }

  /** Whether it is an account as a whole: its number, or the ARN of its root. */
  public static Truth isWholeAccount(Principal principal) {
    return switch (principal) {
      case Principal.Undecided _ -> Truth.UNKNOWN;
      case Principal.Aws(TextPattern name) -> Truth.of(Principal.isAccount(name.text())
          || name.text().startsWith("arn:") && name.text().endsWith(":root") || Glob.of(name, false).equals(OWN));
      case Principal.Everyone _,Principal.Service _,Principal.Federated _,Principal.Canonical _ -> Truth.FALSE;
    };
  }

  /** As messages show it. */
  public static String name(Principal principal) {
    return switch (principal) {
      case Principal.Everyone _ -> "*";
      case Principal.Aws(TextPattern name) -> name.text();
      case Principal.Service(TextPattern name) -> name.text();
      case Principal.Federated(TextPattern name) -> name.text();
      case Principal.Canonical(TextPattern name) -> name.text();
      case Principal.Undecided _ -> "a principal decided at deployment";
    };
  }

  /** Whether deployment decides all of it. */
  private static boolean isUndecided(TextPattern name) {
    return name.parts().size() == 1 && name.parts().getFirst() instanceof Part.Hole hole && hole.resource().isEmpty()
        && !hole.segment();
  }

  /** OWN_ACCOUNT, FOREIGN_ACCOUNT, SERVICE for the origin access identity of a distribution, or UNKNOWN where deployment decides the account. */
  static Reach reach(TextPattern name, Glob own) {
    Optional<Glob> account = account(name);
    if (account.isEmpty()) {
      return name.resources().isEmpty() ? Reach.UNKNOWN : Reach.OWN_ACCOUNT;
    }
    if (account.get().equals(own)) {
      return Reach.OWN_ACCOUNT;
    }
    if (account.get().equals(CLOUDFRONT)) {
      return Reach.SERVICE;
    }
    return account.get().isText() ? Reach.FOREIGN_ACCOUNT : Reach.UNKNOWN;
  }

  /** The account of a principal: twelve digits, or the fifth field of an ARN. */
  private static Optional<Glob> account(TextPattern name) {
    Optional<String> literal = name.literal();
    if (literal.isPresent()) {
      String[] fields = literal.get().split(":", 6);
      return fields.length == 6
          ? Optional.of(Glob.text(fields[ACCOUNT_FIELD]))
          : Principal.isAccount(literal.get()) ? Optional.of(Glob.text(literal.get())) : Optional.empty();
    }
    return accountAmongParts(name);
  }

  private static Optional<Glob> accountAmongParts(TextPattern name) {
    int colons = 0;
    for (Part part : name.parts()) {
      if (part instanceof Part.Literal(String text)) {
        String[] fields = text.split(":", -1);
        boolean inside = colons < ACCOUNT_FIELD && colons + fields.length - 1 > ACCOUNT_FIELD;
        if (inside && !fields[ACCOUNT_FIELD - colons].isEmpty()) {
          return Optional.of(Glob.text(fields[ACCOUNT_FIELD - colons]));
        }
        colons += fields.length - 1;
      } else if (part instanceof Part.Hole hole
          && (colons == ACCOUNT_FIELD || colons == 0 && hole.id().equals("AWS::AccountId"))) {
        return Optional.of(Glob.of(new TextPattern(List.of(part), name.at()), false));
      }
    }
    return Optional.empty();
  }
}
