package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Glob;
import java.util.List;
import java.util.Optional;

/** Condition keys that AWS fills from the caller itself, where the request does not give them (condition-keys). */
final class Facts {
  private Facts() {}

  static Context complete(Request request) {
    Context context = request.setting().chain().complete(request.context());
    context = switch (request.caller()) {
      case Caller.User(Glob arn, Glob account) -> user(of(context, arn, account, "User"), arn);
      case Caller.Role(Glob arn, _, Glob account) -> of(context, arn, account, "AssumedRole");
      case Caller.Session(Glob arn, String role, Glob account) ->
        of(context, account.within("arn:" + partition(arn) + ":iam::", ":role/" + role), account, "AssumedRole");
      case Caller.FederatedUser(Glob arn, Glob account) -> of(context, arn, account, "FederatedUser");
      case Caller.Root(Glob account) -> of(context, account.within("arn:aws:iam::", ":root"), account, "Account");
      case Caller.Service(String name) ->
        context.withDefault("aws:PrincipalServiceName", name).withDefault("aws:PrincipalIsAWSService", "true");
      case Caller.Federated _ -> context;
      case Caller.Anonymous _ -> context.withDefault("aws:PrincipalType", "Anonymous");
    };
    Optional<Glob> owner = request.resourceAccount();
    return owner.isPresent() ? text(context, "aws:ResourceAccount", owner.get()) : context;
  }

  private static String partition(Glob arn) {
    String[] fields = arn.isText() ? arn.toString().split(":", 3) : new String[0];
    return fields.length == 3 ? fields[1] : "aws";
  }

  private static Context of(Context context, Glob arn, Glob account, String type) {
    Context known = text(text(context, "aws:PrincipalArn", arn), "aws:PrincipalAccount", account);
    return known.withDefault("aws:PrincipalType", type).withDefault("aws:PrincipalIsAWSService", "false");
  }

  private static Context user(Context context, Glob arn) {
    String text = arn.toString();
    return arn.isText() ? context.withDefault("aws:username", text.substring(text.lastIndexOf('/') + 1)) : context;
  }

  private static Context text(Context context, String key, Glob value) {
    if (value.isText()) {
      return context.withDefault(key, value.toString());
    }
    return context.get(key) instanceof ContextValue.Missing
        ? context.with(key, new ContextValue.Spelled(List.of(value)))
        : context;
  }
}
