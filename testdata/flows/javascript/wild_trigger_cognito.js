// slguard:trigger COGNITO
const { CognitoIdentityProvider } = require("@aws-sdk/client-cognito-identity-provider");
const mysql = require("mysql");

const db = mysql.createConnection({ host: process.env.HOST });
const cognito = new CognitoIdentityProvider({});

exports.preSignUp = (event, context, callback) => {
  const { email, sub } = event.request.userAttributes;
  db.query("INSERT INTO users(mail) VALUES ('" + email + "')"); // slguard:expect sql-injection
  db.query("INSERT INTO users(mail) VALUES (?)", [email]); // slguard:safe
  db.query("INSERT INTO users(sub) VALUES ('" + sub + "')"); // slguard:safe
  cognito.adminAddUserToGroup({ UserPoolId: event.userPoolId, Username: "x", GroupName: event.request.clientMetadata.group }); // slguard:expect tainted-aws-resource
  callback(null, event);
};
