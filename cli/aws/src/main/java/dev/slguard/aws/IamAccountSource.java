package dev.slguard.aws;

import dev.slguard.cli.account.AccountSource;
import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountIdentity.Kind;
import dev.slguard.iam.account.AccountPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.IamClient;

/** Reads an account through IAM's API, one call after the other. */
public final class IamAccountSource implements AccountSource {
  private static final int ACCOUNT_FIELD = 4;

  /** For the service loader. */
  public IamAccountSource() {}

  @Override
  public Account read(Selection selection, Connection connection, LocalDate today, Consumer<String> progress)
      throws Unreachable {
    try (IamClient client = Clients.iam(connection)) {
      var calls = new Calls();
      List<AccountIdentity> identities = new IdentityCalls(client, calls, selection, progress).read();
      var policies = new PolicyCalls(client, calls, progress);
      if (selection.roles().isEmpty() && selection.pathPrefix().isEmpty()) {
        policies.readAll();
      }
      for (AccountIdentity identity : identities) {
        policies.readOf(identity);
      }
      if (selection.lastAccessed()) {
        identities = new ReportCalls(client, calls, today, progress).addTo(identities);
      }
      return account(selection, today, identities, policies.found(), calls.problems());
    }
  }

  private static Account account(Selection selection, LocalDate today, List<AccountIdentity> identities,
      SortedMap<String, AccountPolicy> policies, List<String> problems) throws Unreachable {
    if (identities.isEmpty() && policies.isEmpty() && !problems.isEmpty()) {
      throw new Unreachable("nothing could be read: " + problems.getFirst());
    }
    var arns = new ArrayList<String>();
    identities.forEach(identity -> arns.add(identity.arn()));
    arns.addAll(policies.keySet());
    Optional<String> id = arns.stream().map(arn -> arn.split(":", -1)).filter(fields -> fields.length > ACCOUNT_FIELD)
        .map(fields -> fields[ACCOUNT_FIELD]).findFirst();
    return new Account(id, today, of(Kind.ROLE, identities), of(Kind.USER, identities), of(Kind.GROUP, identities),
        policies, selection.text(), List.copyOf(new TreeSet<>(problems)));
  }

  private static SortedMap<String, AccountIdentity> of(Kind kind, List<AccountIdentity> identities) {
    var byName = new TreeMap<String, AccountIdentity>();
    identities.stream().filter(one -> one.kind() == kind).forEach(one -> byName.put(one.name(), one));
    return byName;
  }
}
