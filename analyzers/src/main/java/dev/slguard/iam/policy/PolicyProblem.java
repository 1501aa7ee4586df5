package dev.slguard.iam.policy;

import dev.slguard.source.Span;

/**
 * Something wrong or doubtful in a policy document.
 *
 * @param message one sentence; input in single quotes
 */
public record PolicyProblem(Kind kind, Span at, String message) {

  /** What is wrong. IAM User Guide, reference_policies_grammar, where nothing else is named. */
  public enum Kind {
    /** Not an object, or without Statement. */
    DOCUMENT_SHAPE("document-shape", true),
    /** An element that the language does not have, or in the wrong case. */
    UNKNOWN_ELEMENT("unknown-element", true),
    /** Effect missing or neither Allow nor Deny. */
    BAD_EFFECT("bad-effect", true),
    /** Neither Action nor NotAction. */
    MISSING_ACTION("missing-action", true),
    /** Both an element and its Not form. */
    BOTH_FORMS("both-forms", true),
    /** Neither Resource nor NotResource where one is needed. */
    MISSING_RESOURCE("missing-resource", true),
    /** Principal in an identity policy. */
    UNEXPECTED_PRINCIPAL("unexpected-principal", true),
    /** No Principal in a resource policy. */
    MISSING_PRINCIPAL("missing-principal", true),
    /** A list or object where a text is needed, or the reverse. */
    ELEMENT_SHAPE("element-shape", true),
    /** An element with an empty list. */
    EMPTY_LIST("empty-list", true),
    /** An action that is neither {@code *} nor {@code service:name}. */
    MALFORMED_ACTION("malformed-action", true),
    /** A resource that is neither {@code *} nor an ARN. */
    MALFORMED_RESOURCE("malformed-resource", true),
    /** A principal with a wildcard inside, of an unknown type, or malformed. */
    MALFORMED_PRINCIPAL("malformed-principal", true),
    /** No such operator. */
    UNKNOWN_OPERATOR("unknown-operator", true),
    /** A value that the operator cannot read. */
    MALFORMED_VALUE("malformed-value", true),
    /** Version is neither 2012-10-17 nor 2008-10-17. */
    UNKNOWN_VERSION("unknown-version", true),
    /** Sid with characters outside A-Z, a-z, 0-9. */
    MALFORMED_SID("malformed-sid", true),
    /** Two statements of one Sid. */
    DUPLICATE_SID("duplicate-sid", true),
    /** A variable that does not end, or names no key. */
    MALFORMED_VARIABLE("malformed-variable", true),
    /** A condition key without the service it is of, or a tag's key without its name. */
    MALFORMED_KEY("malformed-key", true),
    /** A condition key that stands twice under one operator, differing in case. */
    DUPLICATE_KEY("duplicate-key", true),
    /** Resource in a trust policy. */
    UNEXPECTED_RESOURCE("unexpected-resource", true),
    /** An action of another service than STS in a trust policy. */
    FOREIGN_TRUST_ACTION("foreign-trust-action", true),
    /** What a resource control policy may not say: Allow, a named principal, every action (Organizations, rcps_syntax). */
    CONTROL_POLICY_ELEMENT("control-policy-element", true),
    /** Longer than AWS stores. */
    TOO_LARGE("too-large", true),
    /** Version missing: the language of 2008 applies. */
    MISSING_VERSION("missing-version", false),
    /** Version 2008-10-17, in which variables are text. */
    OLD_VERSION("old-version", false),
    /** A variable in a document or place that does not understand it. */
    DEAD_VARIABLE("dead-variable", false),
    /** A variable that no request has a value for. */
    UNKNOWN_VARIABLE("unknown-variable", false),
    /** An ARN whose partition, region or account cannot be one, or that ends early. */
    DOUBTFUL_ARN("doubtful-arn", false),
    /** A value that its condition key never has: an account of eleven digits, a VPC whose id begins otherwise. */
    DOUBTFUL_VALUE("doubtful-value", false),
    /** A range of addresses that does not begin where its length says. */
    LOOSE_ADDRESS("loose-address", false),
    /** An element that says nothing: an empty Sid, an operator without keys. */
    EMPTY_ELEMENT("empty-element", false),
    /** A principal that has been deleted: AWS shows its unique id instead. */
    DELETED_PRINCIPAL("deleted-principal", false),
    /** A service principal that is a letter away from a known one. */
    UNKNOWN_SERVICE_PRINCIPAL("unknown-service-principal", false),
    /** A trust policy whose action does not go with its kind of principal. */
    MISMATCHED_TRUST_ACTION("mismatched-trust-action", false),
    /** aws:SourceIp with a private address, which no request from outside a VPC endpoint has. */
    PRIVATE_ADDRESS("private-address", false),
    /** A Deny without MFA, or an Allow with it, that long-term keys pass, for they lack the key. */
    MFA_NOT_ASKED("mfa-not-asked", false),
    /** A resource control policy about a service that such policies do not bind. */
    UNBOUND_SERVICE("unbound-service", false),
    /** The catalogue knows no such service. */
    UNKNOWN_SERVICE("unknown-service", false),
    /** The catalogue knows no such action. */
    UNKNOWN_ACTION("unknown-action", false),
    /** No listed resource is of a type the action works on. */
    RESOURCE_MISMATCH("resource-mismatch", false),
    /** A condition key that no listed action supplies. */
    UNSUPPORTED_KEY("unsupported-key", false),
    /** The catalogue knows no such condition key. */
    UNKNOWN_KEY("unknown-key", false),
    /** Operator and key are of different types. */
    KEY_TYPE_MISMATCH("key-type-mismatch", false),
    /** A key of several values without set operator. */
    MISSING_SET_OPERATOR("missing-set-operator", false),
    /** A set operator on a key of one value. */
    NEEDLESS_SET_OPERATOR("needless-set-operator", false),
    /** ForAllValues in an Allow without {@code Null: false}: holds where the key is missing. */
    FOR_ALL_VALUES_WITHOUT_NULL("for-all-values-without-null", false),
    /** StringEquals with {@code *} or {@code ?}, which are text there. */
    WILDCARD_IN_EQUALS("wildcard-in-equals", false),
    /** StringLike without wildcard. */
    LIKE_WITHOUT_WILDCARD("like-without-wildcard", false),
    /** A condition that always holds. */
    VACUOUS_CONDITION("vacuous-condition", false),
    /** Allow with NotPrincipal: everybody else. */
    ALLOW_NOT_PRINCIPAL("allow-not-principal", false),
    /** An action that another entry of the statement covers. */
    REDUNDANT_ACTION("redundant-action", false),
    /** A resource that another entry of the statement covers. */
    REDUNDANT_RESOURCE("redundant-resource", false),
    /** A condition value that another of the list covers. */
    REDUNDANT_VALUE("redundant-value", false),
    /** A statement that another of the document covers. */
    REDUNDANT_STATEMENT("redundant-statement", false),
    /** An Allow that a Deny takes away entirely. */
    SHADOWED_STATEMENT("shadowed-statement", false),
    /** A global key that AWS has replaced. */
    DEPRECATED_KEY("deprecated-key", false),
    /** An S3 object action on a bucket ARN, or a bucket action on object ARNs only. */
    S3_ARN_LEVEL("s3-arn-level", false),
    /** iam:CreateServiceLinkedRole without iam:AWSServiceName. */
    SERVICE_LINKED_ROLE_UNCONFINED("service-linked-role-unconfined", false),
    /** iam:PassRole without iam:PassedToService. */
    PASS_ROLE_UNCONFINED("pass-role-unconfined", false);

    private final String id;
    private final boolean error;

    Kind(String id, boolean error) {
      this.id = id;
      this.error = error;
    }

    /** Kebab-case name for reports. */
    public String id() {
      return id;
    }

    /** Whether AWS refuses the document. */
    public boolean isError() {
      return error;
    }
  }
}
