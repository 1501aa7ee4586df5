package dev.slguard.rules.evaluate;

import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import dev.slguard.rules.language.StatementQuestion;
import java.util.Optional;

/** Who the entries of Principal are. */
final class Principals {
  private static final int ACCOUNT_DIGITS = 12;

  private Principals() {}

  /** Whether {@code principal} is what {@code who} asks for. */
  static Truth is(StatementQuestion.Who who, Principal principal) {
    return switch (principal) {
      case Principal.Everyone _ -> Truth.of(who == StatementQuestion.Who.PUBLIC);
      case Principal.Aws(TextPattern name) -> switch (who) {
        case PUBLIC -> couldBeEveryone(name) ? Truth.UNKNOWN : Truth.FALSE;
        case FOREIGN -> isForeign(name);
        case ACCOUNT -> isAccount(name);
        case SERVICE, FEDERATED -> Truth.FALSE;
      };
      case Principal.Service _ -> Truth.of(who == StatementQuestion.Who.SERVICE);
      case Principal.Federated _ -> Truth.of(who == StatementQuestion.Who.FEDERATED);
      case Principal.Canonical _ -> Truth.of(who == StatementQuestion.Who.FOREIGN);
      case Principal.Undecided _ -> Truth.UNKNOWN;
    };
  }

  static String text(Principal principal) {
    return switch (principal) {
      case Principal.Everyone _ -> "*";
      case Principal.Aws(TextPattern name) -> name.text();
      case Principal.Service(TextPattern name) -> name.text();
      case Principal.Federated(TextPattern name) -> name.text();
      case Principal.Canonical(TextPattern name) -> name.text();
      case Principal.Undecided _ -> "a principal decided at deployment";
    };
  }

  private static boolean couldBeEveryone(TextPattern name) {
    return name.parts().size() == 1 && name.parts().getFirst() instanceof Part.Hole hole && hole.resource().isEmpty()
        && !hole.segment();
  }

  /** A known account number is another account's: the own one is written {@code AWS::AccountId} or by reference. */
  private static Truth isForeign(TextPattern name) {
    Optional<String> account = account(name);
    return account.isPresent()
        ? Truth.of(isAccountId(account.get()))
        : couldBeEveryone(name) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private static Truth isAccount(TextPattern name) {
    String text = name.text();
    return Truth.of(isAccountId(text) || text.endsWith(":root") && text.startsWith("arn:")
        || name.parts().size() == 1 && text.equals("${AWS::AccountId}"));
  }

  /** The account in a bare account number or the fifth field of an ARN, where it is known. */
  private static Optional<String> account(TextPattern name) {
    String text = name.text();
    if (isAccountId(text)) {
      return Optional.of(text);
    }
    String rest = text.replace("${AWS::Partition}", "aws");
    if (!rest.startsWith("arn:")) {
      return Optional.empty();
    }
    String[] fields = rest.split(":", 6);
    return fields.length == 6 && isAccountId(fields[4]) ? Optional.of(fields[4]) : Optional.empty();
  }

  private static boolean isAccountId(String text) {
    return text.length() == ACCOUNT_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
