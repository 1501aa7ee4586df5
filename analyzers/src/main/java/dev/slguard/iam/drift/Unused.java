package dev.slguard.iam.drift;

import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.LastAccessed;
import dev.slguard.iam.account.LastAccessed.ServiceUse;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Entries of one statement that allow what its holder never used since the report begins.
 *
 * @param actions the entries of Action, in the order written
 * @param services their services, sorted
 */
public record Unused(Statement by, List<TextPattern> actions, List<String> services, LocalDate since) {
  /** What is younger may simply not have run yet; AWS's own unused-access analyzer waits as long. */
  private static final int DAYS = 90;

  public Unused {
    actions = List.copyOf(actions);
    services = List.copyOf(services);
  }

  /**
   * What {@code identity}, which is {@code deployed} in the account, never used. A policy that the author cannot trim, an AWS
   * managed one, counts only where nothing of it was used.
   */
  public static List<Unused> of(Identity identity, AccountIdentity deployed, Account account) {
    Optional<LastAccessed> report = deployed.lastAccessed()
        .filter(one -> !one.since().isAfter(account.asOf().minusDays(DAYS)));
    if (report.isEmpty()) {
      return List.of();
    }
    var unused = new ArrayList<Unused>();
    for (Policy policy : identity.policies()) {
      List<Unused> ofPolicy = new ArrayList<>();
      boolean wholly = true;
      for (Statement statement : policy.statements()) {
        if (statement.effect() == Effect.ALLOW && !statement.actions().negated()) {
          List<TextPattern> entries = statement.actions().items().stream()
              .filter(entry -> isUnused(entry, report.get().services())).toList();
          wholly &= entries.size() == statement.actions().items().size();
          if (!entries.isEmpty()) {
            ofPolicy.add(of(statement, entries, report.get().since()));
          }
        }
      }
      if (!policy.source().name().startsWith("arn:")) {
        unused.addAll(ofPolicy);
      } else if (wholly && !ofPolicy.isEmpty()) {
        unused.add(ofPolicy.getFirst());
      }
    }
    return unused;
  }

  private static Unused of(Statement statement, List<TextPattern> entries, LocalDate since) {
    var services = new TreeSet<String>();
    entries.forEach(entry -> services.add(ActionPattern.service(entry.text())));
    return new Unused(statement, entries, List.copyOf(services), since);
  }

  /** Whether the report says so: of the whole service, or of the one action. What it does not list is not known. */
  private static boolean isUnused(TextPattern entry, Map<String, ServiceUse> services) {
    if (entry.hasHole() || entry.isAny()) {
      return false;
    }
    ServiceUse use = services.get(ActionPattern.service(entry.text()));
    if (use == null) {
      return false;
    }
    if (use.last().isEmpty()) {
      return true;
    }
    String name = ActionPattern.name(entry.text()).toLowerCase(Locale.ROOT);
    return use.actions().entrySet().stream()
        .anyMatch(action -> action.getValue().isEmpty() && action.getKey().toLowerCase(Locale.ROOT).equals(name));
  }
}
