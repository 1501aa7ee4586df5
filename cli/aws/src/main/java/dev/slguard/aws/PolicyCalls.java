package dev.slguard.aws;

import dev.slguard.cli.account.AccountSource.Unreachable;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/** Reads customer-managed policies. Those of AWS are named by ARN alone: the embedded catalogue has them. */
final class PolicyCalls {
  private static final String OF_AWS = ":iam::aws:policy/";

  private final IamClient client;
  private final Calls calls;
  private final Consumer<String> progress;
  private final SortedMap<String, AccountPolicy> found = new TreeMap<>();
  private final Set<String> asked = new HashSet<>();

  PolicyCalls(IamClient client, Calls calls, Consumer<String> progress) {
    this.client = client;
    this.calls = calls;
    this.progress = progress;
  }

  /** All that were read, by ARN. */
  SortedMap<String, AccountPolicy> found() {
    return found;
  }

  /** Every policy of the account, attached or not. */
  void readAll() throws Unreachable {
    List<Policy> policies = calls.all("policies", "ListPolicies", () -> client
        .listPoliciesPaginator(request -> request.scope(PolicyScopeType.LOCAL).maxItems(IdentityCalls.PAGE)).policies())
        .items();
    for (int i = 0; i < policies.size(); i++) {
      progress.accept("policy " + (i + 1) + " of " + policies.size());
      if (asked.add(policies.get(i).arn())) {
        version(policies.get(i));
      }
    }
  }

  /** Those that {@code identity} names and that were not read yet. */
  void readOf(AccountIdentity identity) throws Unreachable {
    for (String arn : identity.managed()) {
      read(arn);
    }
    if (identity.boundary().isPresent()) {
      read(identity.boundary().get());
    }
  }

  private void read(String arn) throws Unreachable {
    if (arn.contains(OF_AWS) || !asked.add(arn)) {
      return;
    }
    Optional<Policy> policy = calls.one("policy '" + arn + "'", "GetPolicy",
        () -> client.getPolicy(request -> request.policyArn(arn)).policy());
    if (policy.isPresent()) {
      version(policy.get());
    }
  }

  private void version(Policy policy) throws Unreachable {
    String arn = policy.arn();
    calls
        .one("policy '" + arn + "'", "GetPolicyVersion",
            () -> client.getPolicyVersion(request -> request.policyArn(arn).versionId(policy.defaultVersionId()))
                .policyVersion().document())
        .ifPresent(document -> found.put(arn,
            new AccountPolicy(policy.policyName(), arn, policy.defaultVersionId(), Documents.decoded(document))));
  }
}
