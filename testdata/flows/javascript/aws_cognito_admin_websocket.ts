// slguard:trigger WEBSOCKET
import { CognitoIdentityProviderClient, AdminDeleteUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { ApiGatewayManagementApiClient, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi";

const cognito = new CognitoIdentityProviderClient({});
const sockets = new ApiGatewayManagementApiClient({ endpoint: process.env.WS_ENDPOINT });

export async function handler(event: any) {
  const message = JSON.parse(event.body);
  await cognito.send(
    new AdminDeleteUserCommand({
      UserPoolId: process.env.POOL,
      Username: message.username, // slguard:expect tainted-aws-resource
    }),
  );
  await sockets.send(new PostToConnectionCommand({ ConnectionId: message.to, Data: "gone" })); // slguard:expect tainted-aws-resource
  return { statusCode: 200 };
}

export async function repairedHandler(event: any) {
  const message = JSON.parse(event.body);
  await sockets.send(
    new PostToConnectionCommand({ ConnectionId: event.requestContext.connectionId, Data: message.text }), // slguard:safe
  );
  return { statusCode: 200 };
}
