package dev.slguard.graph.policy;

import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A principal while its policies are gathered. */
final class PrincipalDraft {
  private final String name;
  private final String type;
  private final Span at;
  private final List<Written> grants = new ArrayList<>();
  private final List<Written> guards = new ArrayList<>();
  private final List<Value.Scalar> managed = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private Optional<Value.Scalar> arn = Optional.empty();
  private Optional<Written> boundary = Optional.empty();
  private Optional<Value.Scalar> boundaryArn = Optional.empty();
  private Optional<Written> trust = Optional.empty();

  /** A principal of the CloudFormation type {@code type}; documents of which no more is known belong to a managed policy. */
  PrincipalDraft(String name, String type, Span at) {
    this.name = name;
    this.type = type;
    this.at = at;
  }

  /**
   * Takes a document that plays the part {@code type}; false if a principal has none of that kind, or has one already and can
   * have no other.
   */
  boolean add(Written document, PolicyType part) {
    switch (part) {
      case IDENTITY -> grants.add(document);
      case SCP -> guards.add(document);
      case BOUNDARY -> {
        if (boundary.isPresent()) {
          return false;
        }
        boundary = Optional.of(document);
      }
      case TRUST -> {
        if (trust.isPresent()) {
          return false;
        }
        trust = Optional.of(document);
      }
      case RESOURCE, RCP, SESSION, ENDPOINT -> {
        return false;
      }
    }
    return true;
  }

  /** Tells its ARN. */
  void identify(Value.Scalar known) {
    arn = Optional.of(known);
  }

  Optional<Value.Scalar> arn() {
    return arn;
  }

  /** Attaches the managed policy of that ARN. */
  void attach(Value.Scalar arn) {
    managed.add(arn);
  }

  /** Makes the managed policy of that ARN the boundary. */
  void bound(Value.Scalar arn) {
    boundaryArn = Optional.of(arn);
  }

  /** Makes the user a member of the group {@code group}. */
  void join(String group) {
    groups.add(group);
  }

  String name() {
    return name;
  }

  /** A role as soon as somebody may assume it. */
  String type() {
    return trust.isPresent() ? "AWS::IAM::Role" : type;
  }

  Span at() {
    return at;
  }

  List<Written> grants() {
    return grants;
  }

  List<Written> guards() {
    return guards;
  }

  List<Value.Scalar> managed() {
    return managed;
  }

  List<String> groups() {
    return groups;
  }

  Optional<Written> boundary() {
    return boundary;
  }

  Optional<Value.Scalar> boundaryArn() {
    return boundaryArn;
  }

  Optional<Written> trust() {
    return trust;
  }
}
