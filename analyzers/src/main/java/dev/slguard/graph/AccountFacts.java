package dev.slguard.graph;

import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountReader;
import dev.slguard.iam.drift.Counterparts;
import dev.slguard.model.Deployment;
import dev.slguard.model.Role;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS account that the user pulled, and which of its roles are those of the templates.
 *
 * @param account {@link Account#NONE} unless it was asked for
 * @param deployed roles of the account by the role of the template
 */
public record AccountFacts(Account account, Map<RoleKey, AccountIdentity> deployed) {
  /** No account was asked for. */
  public static final AccountFacts NONE = new AccountFacts(Account.NONE, Map.of());

  /** A role of a deployment. */
  public record RoleKey(String deployment, String role) {}

  public AccountFacts {
    deployed = Map.copyOf(deployed);
  }

  /** What {@code role} of {@code deployment} is in the account. */
  public Optional<AccountIdentity> deployed(Deployment deployment, Role role) {
    return Optional.ofNullable(deployed.get(new RoleKey(deployment.name(), role.id())));
  }

  static AccountFacts read(ReadOptions.AccountFolder folder, List<Deployment> deployments, Diagnostics diagnostics) {
    var inside = new Diagnostics();
    Account account = AccountReader.read(folder.root(), inside);
    inside.toList().forEach(found -> diagnostics
        .add(new Diagnostic(found.level(), Span.startOf(folder.prefix() + found.at().file()), found.message())));
    var deployed = new HashMap<RoleKey, AccountIdentity>();
    var counterparts = new Counterparts(account, folder.stack());
    for (Deployment deployment : deployments) {
      for (Role role : deployment.roles()) {
        List<AccountIdentity> candidates = counterparts.of(role);
        if (candidates.size() == 1) {
          deployed.put(new RoleKey(deployment.name(), role.id()), candidates.getFirst());
        } else if (candidates.size() > 1) {
          diagnostics.note(role.resource().provenance().at(),
              "role '" + role.resource().provenance().authoredId() + "' may be any of " + candidates.size()
                  + " roles of the account ('" + candidates.getFirst().name() + "', '" + candidates.get(1).name()
                  + "'…), so it is compared with none; --account-stack tells which");
        }
      }
    }
    return new AccountFacts(account, deployed);
  }
}
