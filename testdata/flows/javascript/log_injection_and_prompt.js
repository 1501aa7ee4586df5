const { BedrockRuntime } = require("@aws-sdk/client-bedrock-runtime");

const bedrock = new BedrockRuntime({});

exports.handler = async (event) => {
  const { user, question } = event.queryStringParameters;
  console.log("login of " + user); // slguard:expect log-injection
  await bedrock.converse({ modelId: "m", messages: [{ role: "user", content: [{ text: question }] }] }); // slguard:expect prompt-injection
};

exports.repairedHandler = async (event) => {
  const { user } = event.queryStringParameters;
  console.log(JSON.stringify({ login: user })); // slguard:safe
  console.log("login of %s", user.replace(/[\r\n]/g, " ")); // slguard:safe
  await bedrock.converse({ modelId: "m", messages: [{ role: "user", content: [{ text: "Tell a joke" }] }] }); // slguard:safe
};
