const _ = require("lodash");
const set = require("set-value");

function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") {
      target[key] = merge(target[key] || {}, source[key]); // slguard:expect prototype-pollution
    } else {
      target[key] = source[key]; // slguard:expect prototype-pollution
    }
  }
  return target;
}

function mergeSafely(target, source) {
  for (const key of Object.keys(source)) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") continue;
    if (typeof source[key] === "object") {
      target[key] = mergeSafely(target[key] || {}, source[key]);
    } else {
      target[key] = source[key]; // slguard:safe
    }
  }
  return target;
}

exports.handler = async (event) => {
  const settings = merge({}, JSON.parse(event.body));
  const careful = mergeSafely({}, JSON.parse(event.body));
  return { statusCode: 200, body: JSON.stringify({ settings, careful }) };
};

exports.nested = async (event) => {
  const { section, key, value } = JSON.parse(event.body);
  const config = { a: {}, b: {} };
  config[section][key] = value; // slguard:expect prototype-pollution
  const flat = {};
  flat[key] = value; // slguard:safe
  const map = new Map();
  map.set(key, value); // slguard:safe
  return { statusCode: 200, body: JSON.stringify(Object.assign({}, JSON.parse(event.body))) };
};
