const ldap = require("ldapjs");
const xpath = require("xpath");
const { DOMParser } = require("@xmldom/xmldom");

const client = ldap.createClient({ url: process.env.LDAP_URL });
const catalogue = new DOMParser().parseFromString("<books/>");

exports.handler = async (event) => {
  const { user, title } = event.queryStringParameters;
  client.search("ou=people", { filter: `(uid=${user})`, scope: "sub" }, () => {}); // slguard:expect ldap-injection
  const nodes = xpath.select("//book[title='" + title + "']", catalogue); // slguard:expect xpath-injection
  return { statusCode: 200, body: String(nodes.length) };
};

exports.repairedHandler = async (event) => {
  const { user, title } = event.queryStringParameters;
  if (!/^[a-z][a-z0-9]{2,15}$/.test(user)) {
    return { statusCode: 400, body: "bad user" };
  }
  client.search("ou=people", { filter: `(uid=${user})`, scope: "sub" }, () => {}); // slguard:safe
  const nodes = xpath.select("//book", catalogue).filter((node) => node.textContent === title); // slguard:safe
  return { statusCode: 200, body: String(nodes.length) };
};
