const libxml = require("libxmljs2");
const { XMLParser } = require("fast-xml-parser");
const yaml = require("js-yaml");
const { unserialize } = require("node-serialize");
const v8 = require("v8");
const _ = require("lodash");
const ldap = require("ldapjs");
const xpath = require("xpath");
const { DOMParser } = require("@xmldom/xmldom");
const escapeRegExp = require("lodash/escapeRegExp");

exports.xml = async (event) => {
  libxml.parseXml(event.body, { noent: true }); // slguard:expect xxe
  libxml.parseXml(event.body, { noent: false, nonet: true }); // slguard:safe
  libxml.parseXml(event.body); // slguard:safe
  return new XMLParser().parse(event.body); // slguard:safe
};

exports.objects = async (event) => {
  unserialize(event.headers["x-state"]); // slguard:expect deserialization
  yaml.load(event.body, { schema: yaml.JSON_SCHEMA }); // slguard:safe
  v8.deserialize(Buffer.from(event.body, "base64")); // slguard:expect deserialization
  return JSON.parse(event.body); // slguard:safe
};

exports.pollution = async (event) => {
  const { section, key, value, path } = JSON.parse(event.body);
  const settings = { mail: {}, web: {} };
  settings[section][key] = value; // slguard:expect prototype-pollution
  if (!["mail", "web"].includes(section)) return { statusCode: 400 };
  settings[section][key] = value; // slguard:safe
  const bare = Object.create(null);
  bare[section] = Object.create(null);
  bare[section][key] = value; // slguard:safe
  const groups = new Map();
  groups.set(section, new Map([[key, value]])); // slguard:safe
  const merge = (target, source) => {
    for (const k of Object.keys(source)) {
      if (typeof source[k] === "object") merge(target[k], source[k]);
      else target[k] = source[k]; // slguard:expect prototype-pollution
    }
    return target;
  };
  merge({}, JSON.parse(event.body).patch);
  return { statusCode: 200 };
};

exports.patterns = async (event) => {
  const { term, text } = event.queryStringParameters;
  new RegExp(term, "i").test("abc"); // slguard:expect redos
  new RegExp(escapeRegExp(term), "i").test("abc"); // slguard:safe
  /^(a+)+$/.test(text); // slguard:expect redos
  /^(?:[a-z]+-)*[a-z]+$/.test(text); // slguard:safe
  text.match(term); // slguard:expect redos
  return { statusCode: 200 };
};

exports.directory = async (event) => {
  const { user } = event.queryStringParameters;
  const client = ldap.createClient({ url: process.env.LDAP_URL });
  client.search("dc=example", { filter: `(uid=${user})`, scope: "sub" }, () => {}); // slguard:expect ldap-injection
  client.search("dc=example", { filter: new ldap.EqualityFilter({ attribute: "uid", value: user }) }, () => {}); // slguard:safe
  const document = new DOMParser().parseFromString("<a/>", "text/xml");
  xpath.select(`//user[@name='${user}']`, document); // slguard:expect xpath-injection
  xpath.select1("//user[@name=$n]", document); // slguard:safe
};

exports.code = async (event) => {
  const { expression, name, module: wanted } = JSON.parse(event.body);
  new Function("x", `return ${expression}`)(3); // slguard:expect code-injection
  const plugin = require(`./plugins/${wanted}`); // slguard:expect code-injection
  const actions = { start: () => 1, stop: () => 2 };
  if (Object.hasOwn(actions, name)) actions[name](); // slguard:safe
  setTimeout(() => _.noop(expression), 1); // slguard:safe
  return plugin;
};
