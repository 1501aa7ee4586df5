const yaml = require("js-yaml");

exports.open = async (event) => yaml.load(event.body); // slguard:expect deserialization
exports.narrow = async (event) => yaml.safeLoad(event.body); // slguard:safe
exports.json = async (event) => yaml.load(event.body, { schema: yaml.JSON_SCHEMA }); // slguard:safe
