package dev.slguard.iam.hygiene;

import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.TextPattern;
import java.util.List;
import java.util.Optional;

/** Whether an ARN can be one: partition, region and account (Access Analyzer, "Invalid ARN account" and the like). */
final class ArnCheck {
  private static final int FIELDS = 6;
  /** Stands for a field, or a part of one, that is no text. */
  private static final char OPEN = '*';

  private ArnCheck() {}

  /** An entry of Resource. */
  static void resource(TextPattern item, List<PolicyProblem> problems) {
    if (!item.isAny() && !ResourcePattern.isMalformed(item) && !ResourcePattern.isShort(item)) {
      fault(item).ifPresent(fault -> problems.add(new PolicyProblem(Kind.DOUBTFUL_ARN, item.at(),
          "'" + item.text() + "' matches nothing that there is: " + fault)));
    }
  }

  /** A value that is compared as an ARN. */
  static void value(TextPattern value, List<PolicyProblem> problems) {
    if (!value.isAny() && !value.parts().isEmpty()) {
      fault(value).ifPresent(fault -> problems.add(new PolicyProblem(Kind.DOUBTFUL_ARN, value.at(),
          "'" + value.text() + "' is no ARN to compare with: " + fault)));
    }
  }

  private static Optional<String> fault(TextPattern item) {
    var text = new StringBuilder();
    for (Part part : item.parts()) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal);
        case Part.Hole hole -> {
          text.append(OPEN);
          if (!hole.segment()) {
            // Whatever follows may be a part of any field.
            return Optional.empty();
          }
        }
        case Part.AnyRun _,Part.AnyOne _,Part.Variable _ -> text.append(OPEN);
      }
    }
    String[] fields = text.toString().split(":", FIELDS);
    if (!fields[0].equals("arn")) {
      return fields[0].indexOf(OPEN) >= 0 ? Optional.empty() : Optional.of("it does not begin with 'arn:'");
    }
    if (fields.length < FIELDS) {
      return fields[fields.length - 1].indexOf(OPEN) >= 0 || fields.length == 3
          ? Optional.empty()
          : Optional.of("an ARN has six fields, this one " + fields.length);
    }
    if (text.substring(0, text.length() - fields[FIELDS - 1].length()).indexOf(" ") >= 0
        || !fields[FIELDS - 1].strip().equals(fields[FIELDS - 1])) {
      return Optional.of("it holds white space where none can be");
    }
    return partition(fields[1]).or(() -> region(fields[3])).or(() -> account(fields[4]));
  }

  private static Optional<String> partition(String partition) {
    boolean known = partition.indexOf(OPEN) >= 0 || partition.equals("aws") || partition.startsWith("aws-");
    return known ? Optional.empty() : Optional.of("there is no partition '" + partition + "'");
  }

  /** Names of regions end with a dash and one digit: {@code eu-west-1}, {@code us-gov-east-1}. */
  private static Optional<String> region(String region) {
    int length = region.length();
    boolean possible = length == 0 || region.indexOf(OPEN) >= 0
        || length > 3 && region.charAt(length - 2) == '-' && Character.isDigit(region.charAt(length - 1))
            && region.indexOf('-') < length - 2 && region.chars().noneMatch(Character::isUpperCase);
    return possible ? Optional.empty() : Optional.of("there is no region '" + region + "'");
  }

  /** Twelve digits, nothing, or a word: {@code aws} owns managed policies, {@code cloudfront} its identities. */
  private static Optional<String> account(String account) {
    boolean digits = !account.isEmpty() && account.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
    return !digits || Principal.isAccount(account)
        ? Optional.empty()
        : Optional.of("an account has twelve digits and nothing else, this is '" + account + "'");
  }
}
