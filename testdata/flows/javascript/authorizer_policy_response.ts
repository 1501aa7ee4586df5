// slguard:trigger AUTHORIZER_REQUEST_V1
import type { APIGatewayRequestAuthorizerEvent } from "aws-lambda";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import jwt from "jsonwebtoken";

const verifier = CognitoJwtVerifier.create({ userPoolId: process.env.POOL!, tokenUse: "access", clientId: process.env.CLIENT! });

const allow = (principalId: string, resource: string) => ({
  principalId, // slguard:expect tainted-aws-resource
  policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect: "Allow", Resource: resource }] },
});

export const handler = async (event: APIGatewayRequestAuthorizerEvent) => allow(event.headers!["x-user"]!, event.methodArn);

export const repairedHandler = async (event: APIGatewayRequestAuthorizerEvent) => {
  const claims = await verifier.verify(event.headers!.authorization!);
  return {
    principalId: claims.sub, // slguard:safe
    policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect: "Allow", Resource: event.methodArn }] },
  };
};
