package dev.slguard.cli.account;

import dev.slguard.iam.account.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads an account over the network. The one implementation needs the AWS SDK and therefore stands in slguard-aws.jar, which
 * is on the class path for {@code policy pull} only and is found as a service.
 */
public interface AccountSource {

  /**
   * What to read.
   *
   * @param roles names, sorted; all roles if empty
   * @param pathPrefix only roles and users whose path begins so
   * @param users whether users and groups are read too
   * @param lastAccessed whether IAM is asked for what each identity used
   */
  record Selection(List<String> roles, Optional<String> pathPrefix, boolean users, boolean lastAccessed) {
    public Selection {
      roles = List.copyOf(new TreeSet<>(roles));
    }

    /** In words, as the index of the folder says it. */
    public String text() {
      var text = new StringBuilder(roles.isEmpty() ? "all roles" : "roles " + String.join(", ", roles));
      text.append(users ? ", users and groups" : "");
      pathPrefix.ifPresent(prefix -> text.append(" under ").append(prefix));
      return text.append(lastAccessed ? "" : ", without last-accessed data").toString();
    }
  }

  /**
   * How to reach it; what is empty is left to the SDK's default chains.
   *
   * @param profile of the AWS configuration files
   * @param endpoint an address instead of AWS's own
   */
  record Connection(Optional<String> profile, Optional<String> region, Optional<String> endpoint) {}

  /**
   * The account, as far as it may be read; what may not is among its problems.
   *
   * @param progress told in words what is being done
   * @throws Unreachable if nothing can be read
   */
  Account read(Selection selection, Connection connection, LocalDate today, Consumer<String> progress)
      throws Unreachable;

  /** Nothing can be read of the account; the message says why in one line. */
  final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Because of {@code message}. */
    public Unreachable(String message) {
      super(message);
    }
  }
}
