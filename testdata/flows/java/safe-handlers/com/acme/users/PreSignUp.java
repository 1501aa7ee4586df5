package com.acme.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersRequest;

// slguard:trigger COGNITO
public class PreSignUp implements RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> {
  private static final Set<String> DOMAINS = Arrays.stream(System.getenv("ALLOWED_DOMAINS").split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
  private final CognitoIdentityProviderClient cognito = CognitoIdentityProviderClient.create();

  @Override
  public CognitoUserPoolPreSignUpEvent handleRequest(CognitoUserPoolPreSignUpEvent event, Context context) {
    Map<String, String> attributes = event.getRequest().getUserAttributes();
    String email = attributes.getOrDefault("email", "");
    int at = email.lastIndexOf('@');
    String domain = at < 0 ? "" : email.substring(at + 1).toLowerCase(Locale.ROOT);
    if (!DOMAINS.contains(domain)) {
      context.getLogger().log("Refusing a sign-up from another domain");
      throw new IllegalArgumentException("Sign-up is by invitation");
    }
    long known = cognito.listUsers(ListUsersRequest.builder().userPoolId(event.getUserPoolId()).limit(1).build()).users().size(); // slguard:safe
    event.getResponse().setAutoConfirmUser(known == 0);
    event.getResponse().setAutoVerifyEmail(true);
    return event;
  }
}
