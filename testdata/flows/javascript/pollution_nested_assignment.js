const state = {};

exports.handler = async (event) => {
  const { section, key, value } = JSON.parse(event.body);
  const settings = { theme: {}, mail: {} };
  settings[section][key] = value; // slguard:expect prototype-pollution
  const path = event.queryStringParameters.path.split(".");
  let target = state;
  for (const part of path.slice(0, -1)) {
    target = target[part] = target[part] || {}; // slguard:expect prototype-pollution
  }
  target[path[path.length - 1]] = value; // slguard:expect prototype-pollution
  return { statusCode: 200, body: JSON.stringify(settings) };
};

exports.repairedHandler = async (event) => {
  const { section, key, value } = JSON.parse(event.body);
  const settings = { theme: {}, mail: {} };
  settings.theme[key] = value; // slguard:safe
  if (section === "theme" || section === "mail") {
    settings[section][key] = value; // slguard:safe
  }
  if (section !== "__proto__" && section !== "constructor" && section !== "prototype") {
    settings[section][key] = value; // slguard:safe
  }
  const byName = new Map();
  byName.set(section, new Map([[key, value]])); // slguard:safe
  const copy = Object.assign({}, JSON.parse(event.body)); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ settings, copy, size: byName.size }) };
};
