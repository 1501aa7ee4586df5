// slguard:trigger COGNITO
import type { PreSignUpTriggerHandler, PostConfirmationTriggerHandler } from "aws-lambda";
import { Pool } from "pg";
import { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";

const pool = new Pool();
const cognito = new CognitoIdentityProvider({});

export const handler: PreSignUpTriggerHandler = async (event) => {
  const { email, name } = event.request.userAttributes;
  await pool.query(`insert into signups (email, name) values ('${email}', '${name}')`); // slguard:expect sql-injection
  event.response.autoConfirmUser = false;
  return event;
};

export const repairedHandler: PostConfirmationTriggerHandler = async (event) => {
  const { sub, email } = event.request.userAttributes;
  await pool.query(`insert into users (id) values ('${sub}')`); // slguard:safe
  await pool.query("update users set email = $1", [email]); // slguard:safe
  await cognito.adminAddUserToGroup({ UserPoolId: event.userPoolId, GroupName: "users", Username: process.env.SERVICE_USER }); // slguard:safe
  return event;
};
