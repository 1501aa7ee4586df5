package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Function URLs, together with the permissions that open them, and endpoints of web functions (Lambda developer guide, "Control access to function URLs").
 */
record FunctionUrlTriggers() implements TriggerFamily {

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource url : stack.ofType("AWS::Lambda::Url")) {
      for (Found type : RestApiTriggers.orAbsent(stack, url, "AuthType")) {
        for (Found target : stack.find(url, "TargetFunctionArn")) {
          var here = new Found(target.value(), target.conditions().and(type.conditions()));
          triggers.addAll(stack.triggers(here, cause(stack, url, type, here)));
        }
      }
    }
    for (Resource endpoint : stack.ofType("AWS::Lambda::WebFunctionEndpoint")) {
      for (Found type : RestApiTriggers.orAbsent(stack, endpoint, "AuthType")) {
        for (Found target : stack.find(endpoint, "FunctionName")) {
          var here = new Found(target.value(), target.conditions().and(type.conditions()).and(endpoint.conditions()));
          triggers.addAll(stack.triggers(here, endpoint(endpoint, type), Set.of(Stack.WEB_FUNCTION)));
        }
      }
    }
    return triggers;
  }

  /** The endpoint of a web function: {@code ApplicationManaged} leaves it to the program who may call. */
  private static Cause endpoint(Resource endpoint, Found type) {
    Span at = endpoint.provenance().at();
    Authorization.Kind kind = switch (type.text().orElse("")) {
      case "ApplicationManaged" -> Authorization.Kind.NONE;
      case "IamAuth" -> Authorization.Kind.IAM;
      default -> Authorization.Kind.UNKNOWN;
    };
    Exposure exposure = kind == Authorization.Kind.NONE
        ? Exposure.INTERNET
        : kind == Authorization.Kind.IAM ? Exposure.ACCOUNT : Exposure.UNKNOWN;
    Span decides = type.value() instanceof Value.Absent ? at : type.at();
    return new Cause(EventShape.FUNCTION_URL, Optional.of(new Route("*", "/*", endpoint.id(), at)),
        Cause.authorization(kind, decides), exposure, Optional.of(endpoint.id()), at, List.of());
  }

  private static Cause cause(Stack stack, Resource url, Found type, Found target) {
    Span at = url.provenance().at();
    var route = new Route("*", "/*", url.id(), at);
    List<Resource> permissions = permissions(stack, target);
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

  /** Permissions to call URLs of the function that {@code target} names, which can exist together with it. */
  private static List<Resource> permissions(Stack stack, Found target) {
    var permissions = new LinkedHashSet<Resource>();
    for (Stack.Named function : stack.named(target)) {
      ConditionSet here = stack.resource(function.id()).map(found -> function.conditions().and(found.conditions()))
          .orElse(function.conditions());
      for (Resource permission : stack.pointing("AWS::Lambda::Permission", "FunctionName").getOrDefault(function.id(),
          List.of())) {
        String action = Spelling.of(permission.property("Action"));
        if ((action.equals("lambda:InvokeFunctionUrl") || action.equals("lambda:*"))
            && stack.find(permission, "FunctionName").stream().flatMap(found -> stack.named(found).stream())
                .anyMatch(named -> named.id().equals(function.id()) && named.conditions().canMeet(here))) {
          permissions.add(permission);
        }
      }
    }
    return List.copyOf(permissions);
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
