const { SecretsManager } = require("aws-sdk");

const client = new SecretsManager();
let cached;

async function load(name) {
  if (!cached) {
    const answer = await client.getSecretValue({ SecretId: name }).promise();
    cached = JSON.parse(answer.SecretString);
  }
  return cached;
}

module.exports = { load };
