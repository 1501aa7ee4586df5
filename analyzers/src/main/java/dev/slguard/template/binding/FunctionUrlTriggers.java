package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Function URLs, together with the permissions that open them (Lambda developer guide, "Control access to function URLs"). */
record FunctionUrlTriggers() implements TriggerFamily {

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource url : stack.ofType("AWS::Lambda::Url")) {
      for (Found type : RestApiTriggers.orAbsent(stack, url, "AuthType")) {
        for (Found target : stack.find(url, "TargetFunctionArn")) {
          var here = new Found(target.value(), target.conditions().and(type.conditions()));
          triggers.addAll(stack.triggers(here, cause(stack, url, type)));
        }
      }
    }
    return triggers;
  }

  private static Cause cause(Stack stack, Resource url, Found type) {
    Span at = url.provenance().at();
    var route = new Route("*", "/*", url.id(), at);
    List<Resource> permissions = permissions(stack, url);
    List<Span> evidence = permissions.stream().map(permission -> permission.provenance().at()).toList();
    Authorization.Kind kind = switch (type.text().orElse("")) {
      case "NONE" -> Authorization.Kind.NONE;
      case "AWS_IAM" -> Authorization.Kind.IAM;
      default -> Authorization.Kind.UNKNOWN;
    };
    Exposure exposure = switch (kind) {
      // Without a permission for everyone the URL answers nobody; it may stand in another template.
      case NONE ->
        permissions.stream().anyMatch(permission -> isPublic(stack, permission)) ? Exposure.INTERNET : Exposure.UNKNOWN;
      case IAM -> signed(stack, permissions);
      case KEY_ONLY, COGNITO, JWT, LAMBDA, MUTUAL_TLS, SERVICE, UNKNOWN -> Exposure.UNKNOWN;
    };
    Span decides = type.value() instanceof Value.Absent ? at : type.at();
    return new Cause(EventShape.FUNCTION_URL, Optional.of(route), Cause.authorization(kind, decides), exposure,
        Optional.of(url.id()), at, evidence);
  }

  /** Permissions to call URLs of the same function. */
  private static List<Resource> permissions(Stack stack, Resource url) {
    Optional<String> function = stack.firstNamed(url.property("TargetFunctionArn"));
    List<Resource> all = function
        .map(id -> stack.pointing("AWS::Lambda::Permission", "FunctionName").getOrDefault(id, List.of()))
        .orElse(List.of());
    return all.stream().filter(permission -> {
      String action = Spelling.of(permission.property("Action"));
      return action.equals("lambda:InvokeFunctionUrl") || action.equals("lambda:*");
    }).filter(permission -> permission.conditions().canMeet(url.conditions())).toList();
  }

  private static boolean isPublic(Stack stack, Resource permission) {
    return stack.text(permission, "Principal").filter("*"::equals).isPresent()
        && permission.property("PrincipalOrgID") instanceof Value.Absent
        && permission.property("SourceArn") instanceof Value.Absent
        && permission.property("SourceAccount") instanceof Value.Absent
        && stack.text(permission, "FunctionUrlAuthType").filter("AWS_IAM"::equals).isEmpty();
  }

  /** Signed requests: principals of the account, and whom permissions name beside. */
  private static Exposure signed(Stack stack, List<Resource> permissions) {
    Exposure widest = Exposure.ACCOUNT;
    for (Resource permission : permissions) {
      for (Found principal : stack.find(permission, "Principal")) {
        String spelled = Spelling.of(principal.value());
        if (PermissionTriggers.isService(spelled)) {
          continue;
        }
        switch (spelled.equals("*") ? Ownership.FOREIGN : Ownership.of(stack, principal.value())) {
          case FOREIGN -> widest = Exposure.OTHER_ACCOUNTS;
          case UNKNOWN -> widest = widest == Exposure.OTHER_ACCOUNTS ? widest : Exposure.UNKNOWN;
          case OWN -> {
            // Already counted.
          }
        }
      }
    }
    return widest;
  }
}
