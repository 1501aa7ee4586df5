package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.model.ConditionSet;
import java.util.Optional;

/**
 * One request.
 *
 * @param action in lower case: {@code s3:getobject}
 * @param resource an ARN, or {@code *} for an action that works on no resource; holes where a template decides
 * @param resourceAccount the account that owns the resource; empty if it is the caller's
 * @param world the deployments that are asked about: statements that exist only in others do not count
 * @param setting what AWS knows beside request and policies
 */
public record Request(Caller caller, Glob action, Glob resource, Optional<Glob> resourceAccount, Context context,
    ConditionSet world, Setting setting) {

  /**
   * Facts that no policy and no condition key carries.
   *
   * @param managementAccount the organization's management account, which SCPs and RCPs do not bind
   * @param otherAccess whether grants that are no policies are in play: KMS grants, S3 ACLs, access points and access
   *     grants, RAM shares, Lake Formation
   * @param blockPublicAccess whether S3 Block Public Access restricts the bucket
   * @param awsManagedKey whether the KMS key belongs to an AWS service
   * @param chain the roles by way of which the caller came
   */
  public record Setting(Optional<String> managementAccount, boolean otherAccess, boolean blockPublicAccess,
      boolean awsManagedKey, SessionChain chain) {
    /** Nothing special. */
    public static final Setting PLAIN = new Setting(Optional.empty(), false, false, false, SessionChain.UNTOLD);
  }

  /** A request of which everything is known. */
  public static Request of(Caller caller, String action, String resource, Context context) {
    return new Request(caller, ActionPattern.action(action), ResourcePattern.resource(resource), Optional.empty(),
        context, ConditionSet.ALWAYS, Setting.PLAIN);
  }

  /** This request on a resource of {@code account}. */
  public Request inAccount(String account) {
    return new Request(caller, action, resource, Optional.of(Glob.text(account)), context, world, setting);
  }

  /** This request under {@code changed}. */
  public Request with(Setting changed) {
    return new Request(caller, action, resource, resourceAccount, context, world, changed);
  }

  /** This request for another action. */
  public Request withAction(Glob other) {
    return new Request(caller, other, resource, resourceAccount, context, world, setting);
  }

  /** This request on another resource. */
  public Request withResource(Glob other) {
    return new Request(caller, action, other, resourceAccount, context, world, setting);
  }

  /** This request with other condition keys. */
  public Request withContext(Context other) {
    return new Request(caller, action, resource, resourceAccount, other, world, setting);
  }
}
