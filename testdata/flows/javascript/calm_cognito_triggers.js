// slguard:trigger COGNITO
const { CognitoIdentityProviderClient, AdminAddUserToGroupCommand, ListUsersCommand } = require("@aws-sdk/client-cognito-identity-provider");
const { randomInt } = require("node:crypto");

const cognito = new CognitoIdentityProviderClient({});
const DOMAINS = (process.env.DOMAINS || "").split(",").filter(Boolean);

exports.preSignUp = async (event) => {
  const email = event.request.userAttributes.email || "";
  const domain = email.split("@").pop().toLowerCase();
  if (!DOMAINS.includes(domain)) throw new Error("domain is not allowed");
  event.response.autoConfirmUser = false;
  event.response.autoVerifyEmail = false;
  return event;
};

exports.postConfirmation = async (event) => {
  if (event.triggerSource !== "PostConfirmation_ConfirmSignUp") return event;
  await cognito.send(
    new AdminAddUserToGroupCommand({ GroupName: "customers", UserPoolId: event.userPoolId, Username: event.request.userAttributes.sub }), // slguard:safe
  );
  return event;
};

exports.createChallenge = async (event) => {
  const code = String(randomInt(100000, 1000000));
  event.response.publicChallengeParameters = { medium: "email" };
  event.response.privateChallengeParameters = { code };
  event.response.challengeMetadata = "CODE";
  return event;
};

exports.verifyChallenge = async (event) => {
  const expected = event.request.privateChallengeParameters.code;
  event.response.answerCorrect = event.request.challengeAnswer === expected; // slguard:safe
  return event;
};

exports.preToken = async (event) => {
  const { groupsToOverride = [] } = event.request.groupConfiguration;
  event.response.claimsOverrideDetails = { claimsToAddOrOverride: { roles: groupsToOverride.join(",") } };
  return event;
};

exports.unique = async (event) => {
  const name = event.request.userAttributes.preferred_username ?? "";
  if (!/^[a-z0-9_]{3,20}$/.test(name)) throw new Error("name");
  const { Users } = await cognito.send(
    new ListUsersCommand({ UserPoolId: event.userPoolId, Filter: `preferred_username = "${name}"`, Limit: 1 }), // slguard:safe
  );
  if (Users.length) throw new Error("taken");
  return event;
};
