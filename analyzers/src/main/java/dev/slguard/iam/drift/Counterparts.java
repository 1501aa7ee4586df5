package dev.slguard.iam.drift;

import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Role;
import dev.slguard.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the role of the account that a role of a template became: by its RoleName, by CloudFormation's tags, or by the name
 * that CloudFormation makes where there is none, {@code STACK-LOGICALID-SUFFIX} (CloudFormation User Guide,
 * aws-properties-name).
 */
public final class Counterparts {
  private static final int SHORTEST_SUFFIX = 12;
  private static final int LONGEST_SUFFIX = 13;
  /** A made name is cut to 64 characters, and its logical id with it; so much of it is left at least. */
  private static final int CUT_NAME = 58;
  private static final int CUT_ID = 20;

  private final Account account;
  private final Optional<String> stack;

  /** In {@code account}, among the roles of {@code stack} if that is known. */
  public Counterparts(Account account, Optional<String> stack) {
    this.account = account;
    this.stack = stack;
  }

  /** All roles of the account that {@code role} may be, by name; several if its stack may be deployed several times. */
  public List<AccountIdentity> of(Role role) {
    if (!role.resource().type().equals("AWS::IAM::Role")) {
      return List.of();
    }
    Value name = role.resource().property("RoleName");
    return account.roles().values().stream().filter(AccountIdentity::editable)
        .filter(candidate -> name instanceof Value.Absent
            ? isMade(role.id(), candidate)
            : isNamed(name, candidate.name()) && isOfStack(candidate))
        .toList();
  }

  private boolean isNamed(Value written, String name) {
    TextPattern pattern = TextPattern.of(written, TextPattern.Syntax.PLAIN);
    return !isOpen(written) && Unification.of(pattern, name, Map.of()).isPresent();
  }

  /** Nothing of the name is known, so that every role would fit. */
  private static boolean isOpen(Value written) {
    return !(written instanceof Value.Scalar || written instanceof Value.Text(var parts, _)
        && parts.stream().anyMatch(part -> part instanceof Value.Scalar(String text, _, _) && text.length() > 2));
  }

  private boolean isOfStack(AccountIdentity candidate) {
    return stack.isEmpty() || candidate.stack().isEmpty() || candidate.stack().get().stack().equals(stack.get());
  }

  private boolean isMade(String logicalId, AccountIdentity candidate) {
    if (candidate.stack().isPresent()) {
      return candidate.stack().get().logicalId().equals(logicalId) && isOfStack(candidate);
    }
    String name = candidate.name();
    int dash = name.lastIndexOf('-');
    if (dash < 0 || !isSuffix(name.substring(dash + 1))) {
      return false;
    }
    String front = name.substring(0, dash);
    int before = front.lastIndexOf('-');
    if (before <= 0) {
      return false;
    }
    String id = front.substring(before + 1);
    boolean fits = id.equals(logicalId)
        || name.length() >= CUT_NAME && id.length() >= CUT_ID && logicalId.startsWith(id);
    return fits && (stack.isEmpty() || stack.get().startsWith(front.substring(0, before)));
  }

  private static boolean isSuffix(String text) {
    return text.length() >= SHORTEST_SUFFIX && text.length() <= LONGEST_SUFFIX
        && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
  }
}
