package dev.slguard.iam.hygiene;

import dev.slguard.iam.policy.ConditionOperator.Family;
import java.util.Optional;

/** AWS's global condition keys (IAM User Guide, reference_policies_condition-keys). Names in lower case. */
final class GlobalKeys {
  private GlobalKeys() {}

  /** What the values of a global key are; empty if it is none. */
  static Optional<Family> family(String key) {
    if (key.startsWith("aws:principaltag/") || key.startsWith("aws:requesttag/")
        || key.startsWith("aws:resourcetag/")) {
      return Optional.of(Family.STRING);
    }
    return switch (key) {
      case "aws:principalarn", "aws:sourcearn", "aws:sourcevpcarn" -> Optional.of(Family.ARN);
      case "aws:securetransport", "aws:multifactorauthpresent", "aws:viaawsservice", "aws:principalisawsservice",
          "aws:ismcpserviceaction", "aws:viaawsmcpservice", "aws:calledviaawsmcp" ->
        Optional.of(Family.BOOL);
      case "aws:currenttime", "aws:tokenissuetime" -> Optional.of(Family.DATE);
      case "aws:epochtime" -> Optional.of(Family.DATE);
      case "aws:multifactorauthage", "aws:principalservicenameslist" ->
        Optional.of(key.equals("aws:multifactorauthage") ? Family.NUMERIC : Family.STRING);
      case "aws:sourceip", "aws:vpcsourceip" -> Optional.of(Family.ADDRESS);
      case "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:ec2instancesourcevpc",
          "aws:ec2instancesourceprivateipv4", "aws:federatedprovider", "aws:principalaccount", "aws:principalorgid",
          "aws:principalorgpaths", "aws:principalservicename", "aws:principaltype", "aws:referer",
          "aws:requestedregion", "aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths",
          "aws:sourceaccount", "aws:sourceidentity", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
          "aws:sourcevpc", "aws:sourcevpce", "aws:tagkeys", "aws:useragent", "aws:userid", "aws:username",
          "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths", "aws:chatbotsourcearn", "aws:assumedroot",
          "aws:signintoken" ->
        Optional.of(Family.STRING);
      default -> Optional.empty();
    };
  }

  /** Whether it comes with the credentials of a session that a service opened, whatever the action is. */
  static boolean isOfSession(String key) {
    return switch (key) {
      case "lambda:sourcefunctionarn", "ec2:sourceinstancearn", "ec2:roledelivery", "ssm:sourceinstancearn",
          "glue:roleassumedby", "glue:credentialissuingservice", "identitystore:userid" ->
        true;
      default -> false;
    };
  }

  /** Whether every signed request carries it, so that asking for any value asks for nothing; others must at least be there. */
  static boolean isAlwaysSent(String key) {
    return switch (key) {
      case "aws:principalarn", "aws:principalaccount", "aws:principaltype", "aws:userid", "aws:useragent",
          "aws:requestedregion", "aws:currenttime", "aws:epochtime", "aws:securetransport" ->
        true;
      default -> false;
    };
  }

  /** Whether a request may carry several values of it. */
  static boolean isMultiValued(String key) {
    return switch (key) {
      case "aws:calledvia", "aws:principalorgpaths", "aws:principalservicenameslist", "aws:resourceorgpaths",
          "aws:sourceorgpaths", "aws:tagkeys", "aws:vpceorgpaths" ->
        true;
      default -> false;
    };
  }

  /** What replaced a key that AWS no longer recommends. */
  static Optional<String> replacement(String key) {
    return switch (key) {
      case "aws:sourceowner" -> Optional.of("aws:SourceAccount");
      default -> Optional.empty();
    };
  }
}
