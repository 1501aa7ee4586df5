package dev.slguard.iam.publicity;

/** What is known about service principals beyond their names. */
final class ServicePrincipals {
  private ServicePrincipals() {}

  /**
   * Whether the service sends neither aws:SourceArn nor aws:SourceAccount, so that a condition on them would shut it out, or
   * acts only for resources of the account that passed it the role (service documentation, "confused deputy").
   */
  static boolean sendsNoSource(String service) {
    return switch (service) {
      case "alexa-appkit.amazon.com", "alexa-connectedhome.amazon.com", "edgelambda.amazonaws.com",
          "replicator.lambda.amazonaws.com", "lambda.amazonaws.com", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com",
          "ecs.amazonaws.com", "tasks.apprunner.amazonaws.com", "build.apprunner.amazonaws.com",
          "pods.eks.amazonaws.com", "eks.amazonaws.com", "ssm.amazonaws.com", "opsworks.amazonaws.com",
          "elasticmapreduce.amazonaws.com", "logger.cloudfront.amazonaws.com", "spotfleet.amazonaws.com",
          "rds.amazonaws.com", "dms.amazonaws.com", "storagegateway.amazonaws.com", "autoscaling.amazonaws.com",
          "application-autoscaling.amazonaws.com" ->
        true;
      default -> false;
    };
  }
}
