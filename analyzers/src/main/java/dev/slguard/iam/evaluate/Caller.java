package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Principal;
import java.util.Optional;

/** Who makes a request. ARNs and accounts may have holes where a template decides them. */
public sealed interface Caller {

  /** A user of an account, with long-term credentials. */
  record User(Glob arn, Glob account) implements Caller {}

  /**
   * A role, acting in some session whose name is not known.
   *
   * @param name the role's name without path; empty if only its ARN is known
   */
  record Role(Glob arn, Optional<String> name, Glob account) implements Caller {}

  /** A session of a role. The role's path is not in a session's ARN. */
  record Session(Glob arn, String roleName, Glob account) implements Caller {}

  /** A session made by GetFederationToken. */
  record FederatedUser(Glob arn, Glob account) implements Caller {}

  /** The root user of an account. */
  record Root(Glob account) implements Caller {}

  /** An AWS service acting for itself: {@code events.amazonaws.com}. */
  record Service(String name) implements Caller {}

  /** Somebody with a token of an identity provider, who has no AWS identity yet. */
  record Federated(String provider) implements Caller {}

  /** Somebody who shows nothing. */
  record Anonymous() implements Caller {}

  /** Reads an ARN, a service, an identity provider or {@code anonymous}. */
  static Caller parse(String text) {
    if (text.equals("anonymous") || text.equals("*")) {
      return new Anonymous();
    }
    String[] fields = text.split(":", 6);
    if (fields.length == 6 && fields[0].equals("arn")) {
      return ofArn(text, Glob.text(fields[4]), fields[2], fields[5]);
    }
    if (Principal.isAccount(text)) {
      return new Root(Glob.text(text));
    }
    return text.endsWith(".amazonaws.com") && !text.startsWith("cognito-identity.")
        || text.endsWith(".amazonaws.com.cn") ? new Service(text) : new Federated(text);
  }

  private static Caller ofArn(String arn, Glob account, String service, String resource) {
    String last = resource.substring(resource.lastIndexOf('/') + 1);
    if (service.equals("iam")) {
      if (resource.equals("root")) {
        return new Root(account);
      }
      if (resource.startsWith("role/")) {
        return new Role(Glob.text(arn), Optional.of(last), account);
      }
      if (resource.startsWith("saml-provider/") || resource.startsWith("oidc-provider/")) {
        return new Federated(arn);
      }
    } else if (service.equals("sts")) {
      String[] parts = resource.split("/");
      if (parts[0].equals("assumed-role") && parts.length > 1) {
        return new Session(Glob.text(arn), parts[1], account);
      }
      return new FederatedUser(Glob.text(arn), account);
    }
    return new User(Glob.text(arn), account);
  }

  /** The account the caller belongs to; empty for services, providers and anonymous callers. */
  default Optional<Glob> home() {
    return switch (this) {
      case User(_, Glob account) -> Optional.of(account);
      case Role(_, _, Glob account) -> Optional.of(account);
      case Session(_, _, Glob account) -> Optional.of(account);
      case FederatedUser(_, Glob account) -> Optional.of(account);
      case Root(Glob account) -> Optional.of(account);
      case Service _,Federated _,Anonymous _ -> Optional.empty();
    };
  }
}
