package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** The permission by which an API invokes a Lambda authorizer. */
final class AuthorizerPermissions {
  private AuthorizerPermissions() {}

  static void add(SamTemplate template, Owner api, String name, Tree.Mapping authorizer, Span at) {
    Optional<Tree> function = authorizer.get("FunctionArn");
    String id = api.id() + name + "AuthorizerPermission";
    Draft properties = template.add(id, "AWS::Lambda::Permission", api, at).child("Properties")
        .put("Action", "lambda:InvokeFunction").put("FunctionName", function)
        .put("Principal", "apigateway.amazonaws.com");
    String arn = "arn:" + (api.type().endsWith("HttpApi") ? "${AWS::Partition}" : template.partition())
        + ":execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*";
    properties.put("SourceArn", Intrinsics.sub(arn, Draft.at(at).put("__ApiId__", Intrinsics.ref(api.id(), at)), at));
  }
}
