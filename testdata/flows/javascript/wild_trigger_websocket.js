// slguard:trigger WEBSOCKET
const { ApiGatewayManagementApiClient, PostToConnectionCommand } = require("@aws-sdk/client-apigatewaymanagementapi");
const vm = require("node:vm");

exports.handler = async (event) => {
  const { connectionId, domainName, stage } = event.requestContext;
  const client = new ApiGatewayManagementApiClient({ endpoint: `https://${domainName}/${stage}` }); // slguard:safe
  const { to, formula, values } = JSON.parse(event.body);
  const result = vm.runInNewContext(formula, { values }); // slguard:expect code-injection
  const fixed = vm.runInNewContext("values.length", { values }); // slguard:safe
  await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: JSON.stringify({ result, fixed }) })); // slguard:safe
  await client.send(new PostToConnectionCommand({ ConnectionId: to, Data: "ping" })); // slguard:expect tainted-aws-resource
  return { statusCode: 200 };
};
