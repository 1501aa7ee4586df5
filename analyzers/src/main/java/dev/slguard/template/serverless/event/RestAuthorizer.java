package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code authorizer} of an {@code http} event.
 *
 * @param written the setting
 * @param type in upper case; empty if not written
 * @param name of the authorizer, from which its logical id is made
 * @param arn of the function or user pool; empty for IAM and for an authorizer named by its id
 * @param function the function of the service, where the authorizer is one
 */
record RestAuthorizer(Tree written, String type, String name, Optional<Tree> arn, Optional<ServiceFunction> function) {

  static Optional<RestAuthorizer> of(Event event, Service service) {
    return Config.truthy(event.settings(), "authorizer").map(tree -> switch (tree) {
      case Tree.Scalar(String text, _, _) -> ofText(text, tree, service);
      case Tree.Mapping settings -> ofSettings(settings, service);
      case Tree.Sequence _ -> new RestAuthorizer(tree, "", "", Optional.empty(), Optional.empty());
    });
  }

  private static RestAuthorizer ofText(String text, Tree tree, Service service) {
    if (text.equalsIgnoreCase("AWS_IAM")) {
      return new RestAuthorizer(tree, "AWS_IAM", "", Optional.empty(), Optional.empty());
    }
    return text.indexOf(':') < 0
        ? local(text, "", tree, service)
        : new RestAuthorizer(tree, "", nameIn(tree), Optional.of(tree), Optional.empty());
  }

  private static RestAuthorizer ofSettings(Tree.Mapping settings, Service service) {
    String type = settings.text("type").orElse("").toUpperCase(Locale.ROOT);
    if (!type.isEmpty() && Config.truthy(settings, "authorizerId").isPresent() || type.equals("AWS_IAM")) {
      return new RestAuthorizer(settings, type, "", Optional.empty(), Optional.empty());
    }
    Optional<Tree> arn = Config.truthy(settings, "arn");
    if (arn.isPresent()) {
      String name = settings.text("name").orElseGet(() -> nameIn(arn.get()));
      return new RestAuthorizer(settings, type, name, arn, Optional.empty());
    }
    return local(settings.text("name").orElse(""), type, settings, service);
  }

  private static RestAuthorizer local(String name, String type, Tree written, Service service) {
    Optional<ServiceFunction> function = service.function(name);
    return new RestAuthorizer(written, type, name, function.map(f -> f.target(Draft.of(written))), function);
  }

  /** The end of the function's name, as the framework takes it. */
  private static String nameIn(Tree arn) {
    String last = ResourceName.ofArn(arn, ':');
    return last.substring(last.lastIndexOf('-') + 1);
  }

  /** The settings; empty ones if the authorizer is written as a text. */
  Tree.Mapping settings() {
    return Config.mapping(written).orElseGet(() -> Tree.emptyMapping(written.at()));
  }

  /** Whether callers sign with IAM. */
  boolean isIam() {
    return type.equals("AWS_IAM");
  }

  /** The id of an authorizer made elsewhere. */
  Optional<Tree> externalId() {
    return type.isEmpty() ? Optional.empty() : Config.truthy(settings(), "authorizerId");
  }

  /**
   * Whether it is a user pool. A reference to one without the type is taken for a function, which is what the framework
   * does.
   */
  boolean isCognito() {
    return type.equals("COGNITO_USER_POOLS")
        || arn.flatMap(Config::text).filter(RestAuthorizer::isUserPool).isPresent();
  }

  private static boolean isUserPool(String arn) {
    String[] parts = arn.split(":", 4);
    return parts.length > 2 && parts[0].equals("arn") && parts[2].startsWith("cognito-idp");
  }

  /** What credentials are read from; nothing for a request authorizer without cache and without setting. */
  Optional<Tree> identitySource(Draft draft) {
    Optional<Tree> source = Config.truthy(settings(), "identitySource");
    boolean none = type.equals("REQUEST") && settings().text("resultTtlInSeconds").filter("0"::equals).isPresent();
    return source.isPresent() || none ? source : Optional.of(draft.text("method.request.header.Authorization"));
  }

  /** How long a verdict is kept, in seconds; empty if the authorizer is written as a text. */
  Optional<Tree> lifetime(Draft draft) {
    return written instanceof Tree.Mapping
        ? Optional.of(Config.value(settings(), "resultTtlInSeconds").orElseGet(() -> draft.number(300)))
        : Optional.empty();
  }
}
