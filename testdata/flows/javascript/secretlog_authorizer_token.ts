// slguard:trigger AUTHORIZER_TOKEN
import type { APIGatewayTokenAuthorizerEvent, APIGatewayAuthorizerResult } from "aws-lambda";

const policy = (principalId: string, effect: "Allow" | "Deny", resource: string): APIGatewayAuthorizerResult => ({
  principalId,
  policyDocument: {
    Version: "2012-10-17",
    Statement: [{ Action: "execute-api:Invoke", Effect: effect, Resource: resource }],
  },
});

export const handler = async (event: APIGatewayTokenAuthorizerEvent) => {
  console.log("token", event.authorizationToken); // slguard:expect secret-logging
  return policy("user", "Deny", event.methodArn);
};

export const repairedHandler = async (event: APIGatewayTokenAuthorizerEvent) => {
  console.log("authorizing", event.methodArn, "scheme present:", event.authorizationToken.startsWith("Bearer ")); // slguard:safe
  return policy("user", "Deny", event.methodArn);
};
