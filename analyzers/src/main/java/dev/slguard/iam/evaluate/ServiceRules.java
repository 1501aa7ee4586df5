package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Glob;
import dev.slguard.model.Truth;
import java.util.Optional;

/** Services that decide otherwise than the common rules. Each rule names its page. */
final class ServiceRules {
  private ServiceRules() {}

  /**
   * Why a signed call needs no permission and no policy can deny it: sts:GetCallerIdentity (STS API reference), and
   * sts:GetSessionToken of users (IAM, id_credentials_temp_control-access_getsessiontoken); empty for all other calls.
   */
  static Optional<String> alwaysAllowed(Request request) {
    boolean signed = switch (request.caller()) {
      case Caller.Anonymous _,Caller.Federated _ -> false;
      case Caller.User _,Caller.Role _,Caller.Session _,Caller.FederatedUser _,Caller.Root _,Caller.Service _ -> true;
    };
    boolean user = request.caller() instanceof Caller.User || request.caller() instanceof Caller.Root;
    return switch (request.action().toString()) {
      case "sts:getcalleridentity" ->
        signed ? Optional.of("sts:GetCallerIdentity needs no permission") : Optional.empty();
      case "sts:getsessiontoken" -> user ? Optional.of("sts:GetSessionToken needs no permission") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whether the policy of a bucket cannot lock the caller out of itself: the root user of its account (S3, PutBucketPolicy). */
  static boolean isNeverLockedOut(Request request) {
    boolean ofPolicy = switch (request.action().toString()) {
      case "s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy" -> true;
      default -> false;
    };
    return ofPolicy && request.caller() instanceof Caller.Root(Glob account)
        && request.resourceAccount().map(owner -> owner.matches(account).isTrue()).orElse(true);
  }

  /**
   * Whether the resource's own policy must let the caller in, in the same account too: KMS keys (KMS, key-policies) and
   * roles to be assumed (IAM, id_roles_terms).
   */
  static boolean needsResourcePolicy(Request request) {
    String action = request.action().toString();
    String resource = request.resource().toString();
    return action.startsWith("kms:") && resource.contains(":key/") || isAssumption(action);
  }

  private static boolean isAssumption(String action) {
    return action.startsWith("sts:assumerole") || action.equals("sts:tagsession")
        || action.equals("sts:setsourceidentity");
  }

  /** An identity provider that is a resource vouches in its own account only (IAM, id_roles_create_for-idp_oidc). */
  static Truth vouches(Request request) {
    if (request.caller() instanceof Caller.Federated(String provider) && request.resourceAccount().isPresent()) {
      String[] fields = provider.split(":", 6);
      return fields.length == 6 ? request.resourceAccount().get().matches(Glob.text(fields[4])) : Truth.TRUE;
    }
    return Truth.TRUE;
  }

  /** What AWS keeps for itself: why the request is refused; empty if it is not. */
  static Optional<String> reserved(Request request) {
    String action = request.action().toString();
    Glob resource = request.resource();
    if (action.startsWith("iam:") && !isReading(action)) {
      return reservedByIam(action, resource.toString());
    }
    if (action.startsWith("sts:")) {
      return reservedBySts(action, request.caller());
    }
    boolean changesAlias = action.equals("kms:createalias") || action.equals("kms:updatealias")
        || action.equals("kms:deletealias");
    return changesAlias && resource.toString().contains(":alias/aws/")
        ? Optional.of("The alias of an AWS managed key cannot be changed")
        : Optional.empty();
  }

  /** Who may not call STS whatever is allowed (STS API reference, AssumeRole and GetFederationToken). */
  private static Optional<String> reservedBySts(String action, Caller caller) {
    boolean assumes = action.equals("sts:assumerole") || action.equals("sts:tagsession")
        || action.equals("sts:setsourceidentity");
    if (assumes && caller instanceof Caller.Root) {
      return Optional.of("The root user cannot assume roles");
    }
    boolean session = caller instanceof Caller.Role || caller instanceof Caller.Session
        || caller instanceof Caller.FederatedUser;
    return action.equals("sts:getfederationtoken") && session
        ? Optional.of("sts:GetFederationToken needs the long-term keys of a user")
        : Optional.empty();
  }

  /**
   * The resource that the request is about: listing one's buckets is asked for on all of them, by {@code *} or by {@code arn:aws:s3:::*}
   * (S3, example-walkthroughs-managing-access-example1).
   */
  static Truth isAllBuckets(Request request, Glob resource) {
    return Truth.of(request.action().toString().equals("s3:listallmybuckets")
        && request.resource().toString().equals("*") && resource.toString().equals("arn:aws:s3:::*"));
  }

  private static Optional<String> reservedByIam(String action, String resource) {
    if (resource.startsWith("arn:") && resource.contains(":iam::aws:policy/") && changesPolicy(action)) {
      return Optional.of("An AWS managed policy cannot be changed");
    }
    if (resource.contains(":role/aws-reserved/")) {
      return Optional.of("A role under /aws-reserved/ cannot be changed or passed");
    }
    if (resource.contains(":role/aws-service-role/") && changesLinkedRole(action)) {
      return Optional.of("A service-linked role is changed by its service alone");
    }
    return Optional.empty();
  }

  private static boolean isReading(String action) {
    return action.startsWith("iam:get") || action.startsWith("iam:list") || action.startsWith("iam:generate")
        || action.startsWith("iam:simulate");
  }

  private static boolean changesPolicy(String action) {
    return switch (action) {
      case "iam:createpolicy", "iam:createpolicyversion", "iam:deletepolicy", "iam:deletepolicyversion",
          "iam:setdefaultpolicyversion", "iam:tagpolicy", "iam:untagpolicy" ->
        true;
      default -> false;
    };
  }

  private static boolean changesLinkedRole(String action) {
    return switch (action) {
      case "iam:createservicelinkedrole", "iam:deleteservicelinkedrole", "iam:updateroledescription", "iam:passrole",
          "iam:updaterole" ->
        false;
      default -> true;
    };
  }

  /** Whether the caller acts as a service-linked role, which SCPs do not bind (Organizations, scps). */
  static boolean isServiceLinked(Caller caller) {
    return switch (caller) {
      case Caller.Role(Glob arn, _, _) -> arn.toString().contains(":role/aws-service-role/");
      case Caller.Session(_, String role, _) -> role.startsWith("AWSServiceRoleFor");
      case Caller.User _,Caller.FederatedUser _,Caller.Root _,Caller.Service _,Caller.Federated _,Caller.Anonymous _ ->
        false;
    };
  }

  /** Whether the caller's account is the organization's management account. */
  static Truth isManagement(Request request, Optional<Glob> account) {
    return request.setting().managementAccount().isPresent() && account.isPresent()
        ? Glob.text(request.setting().managementAccount().get()).matches(account.get())
        : Truth.FALSE;
  }
}
