package dev.slguard.template.binding;

import dev.slguard.model.Value;

/** Whose account a principal or ARN belongs to. */
enum Ownership {
  /** The account that deploys. */
  OWN,
  /** Another one, or any. */
  FOREIGN,
  /** Only deployment decides. */
  UNKNOWN;

  /** The owner of an account id or ARN. */
  static Ownership of(Stack stack, Value principal) {
    return switch (principal) {
      case Value.Reference(String id, _, _) -> stack.resource(id).isPresent() ? OWN : UNKNOWN;
      case Value.Unknown(Value.Origin origin, String detail, _) ->
        origin == Value.Origin.PSEUDO && detail.equals("AWS::AccountId") ? OWN : UNKNOWN;
      case Value.Text _ -> ofText(principal);
      case Value.Scalar(String text, _, _) -> text.contains("${") ? UNKNOWN : FOREIGN;
      case Value.Choice _,Value.Listing _,Value.Mapping _,Value.Absent _ -> UNKNOWN;
    };
  }

  private static Ownership ofText(Value text) {
    String spelled = Spelling.of(text);
    if (spelled.contains("${AWS::AccountId}")) {
      return OWN;
    }
    // arn:${AWS::Partition}:iam::123456789012:role/${Name}
    int iam = spelled.indexOf(":iam::");
    boolean account = iam >= 0 && iam + 6 < spelled.length() && Character.isDigit(spelled.charAt(iam + 6));
    return account ? FOREIGN : UNKNOWN;
  }
}
