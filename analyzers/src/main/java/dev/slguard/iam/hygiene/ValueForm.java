package dev.slguard.iam.hygiene;

import dev.slguard.iam.policy.Principal;
import java.util.Locale;
import java.util.Optional;

/** The form of ids that condition keys have: accounts, organizations, services, VPCs, endpoints. */
final class ValueForm {
  private ValueForm() {}

  /** Why no request has {@code value} under {@code key}; empty if one may. */
  static Optional<String> fault(String key, String value) {
    if (value.indexOf('*') >= 0 || value.indexOf('?') >= 0 || value.contains("${")) {
      return Optional.empty();
    }
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "aws:sourceaccount", "aws:principalaccount", "aws:resourceaccount", "aws:vpceaccount", "kms:calleraccount",
          "s3:resourceaccount", "s3:dataaccesspointaccount" ->
        Principal.isAccount(value) ? Optional.empty() : Optional.of("an account has twelve digits");
      case "aws:principalorgid", "aws:resourceorgid", "aws:sourceorgid", "aws:vpceorgid" -> begins(value, "o-");
      case "iam:passedtoservice", "iam:awsservicename", "aws:principalservicename", "aws:calledvia",
          "aws:calledviafirst", "aws:calledvialast", "kms:viaservice" ->
        value.indexOf('.') >= 0 ? Optional.empty() : Optional.of("a service is named as 'lambda.amazonaws.com'");
      case "aws:sourcevpc" -> begins(value, "vpc-");
      case "aws:sourcevpce" -> begins(value, "vpce-");
      default -> Optional.empty();
    };
  }

  private static Optional<String> begins(String value, String prefix) {
    return value.startsWith(prefix) ? Optional.empty() : Optional.of("it begins with '" + prefix + "'");
  }
}
