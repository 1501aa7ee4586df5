// slguard:trigger REST_API
const { redirect, home } = require("./redirects");

exports.handler = async (event) => {
  const state = JSON.parse(Buffer.from(event.queryStringParameters.state, "base64").toString("utf8"));
  return redirect(state.returnTo);
};

exports.repairedHandler = async (event) => {
  const state = JSON.parse(Buffer.from(event.queryStringParameters.state, "base64").toString("utf8"));
  return home(state.returnTo);
};
