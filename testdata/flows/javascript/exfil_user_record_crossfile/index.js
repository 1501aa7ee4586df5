const { CognitoIdentityProvider } = require("@aws-sdk/client-cognito-identity-provider");
const { SSM } = require("@aws-sdk/client-ssm");
const responses = require("./responses");

const ssm = new SSM({});

exports.settings = async (event) => {
  try {
    const found = await ssm.getParameter({ Name: "/app/signing-key", WithDecryption: true });
    return responses.ok({ key: found.Parameter.Value });
  } catch (e) {
    return responses.broken(e);
  }
};

exports.repaired = async (event) => {
  try {
    const found = await ssm.getParameter({ Name: "/app/theme" });
    return { statusCode: 200, body: JSON.stringify({ theme: found.Parameter.Value }) }; // slguard:safe
  } catch (e) {
    return responses.failure(e);
  }
};
