package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Functions that a Cognito user pool calls. Sign-up and sign-in are open to everyone, so what runs before a user is known can
 * be set off from the internet; what runs after needs a user, whom everyone can become where sign-up is open.
 */
record UserPoolTriggers() implements TriggerFamily {
  /** Run for anyone who knows or guesses a user name. */
  private static final Set<String> BEFORE_SIGN_IN = Set.of("PreAuthentication", "UserMigration", "DefineAuthChallenge",
      "CreateAuthChallenge", "VerifyAuthChallengeResponse");
  /** Run for anyone where sign-up is open. */
  private static final Set<String> AT_SIGN_UP = Set.of("PreSignUp", "CustomMessage", "CustomSMSSender",
      "CustomEmailSender");

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource pool : stack.ofType("AWS::Cognito::UserPool")) {
      for (Found config : stack.find(pool, "LambdaConfig")) {
        if (config.value() instanceof Value.Mapping mapping) {
          mapping.entries().keySet().forEach(event -> add(stack, pool, mapping, event, config, triggers));
        }
      }
    }
    for (Resource pool : stack.ofType("AWS::Cognito::IdentityPool")) {
      for (Found function : stack.find(pool, "CognitoEvents.*")) {
        triggers
            .addAll(stack.triggers(function, Cause.service(EventShape.COGNITO, Optional.of(pool.id()), function.at())));
      }
    }
    return triggers;
  }

  private static void add(Stack stack, Resource pool, Value.Mapping config, String event, Found from,
      List<Trigger> triggers) {
    var functions = new ArrayList<Found>();
    var written = new Found(config.get(event), from.conditions());
    for (Found arm : stack.arms(written)) {
      functions.addAll(arm.value() instanceof Value.Mapping ? stack.find(arm, "LambdaArn") : List.of(arm));
    }
    boolean open = stack.text(pool, "AdminCreateUserConfig.AllowAdminCreateUserOnly").filter("true"::equalsIgnoreCase)
        .isEmpty();
    boolean anyone = BEFORE_SIGN_IN.contains(event) || open;
    boolean asked = !BEFORE_SIGN_IN.contains(event) && !AT_SIGN_UP.contains(event);
    for (Found function : functions) {
      Cause cause = Cause.service(EventShape.COGNITO, Optional.of(pool.id()), config.keyAt(event));
      if (anyone) {
        cause = cause.exposed(Exposure.INTERNET)
            .authorized(new Authorization(asked ? Authorization.Kind.COGNITO : Authorization.Kind.NONE,
                asked ? Optional.of(pool.id()) : Optional.empty(), config.keyAt(event)));
      }
      triggers.addAll(stack.triggers(function, cause));
    }
  }
}
