const vm = require("vm");
const { Script } = require("node:vm");

exports.handler = async (event) => {
  const { formula, values } = JSON.parse(event.body);
  const a = eval(formula); // slguard:expect code-injection
  const b = new Function("x", "return " + formula)(1); // slguard:expect code-injection
  const c = vm.runInNewContext(formula, { values }); // slguard:expect code-injection
  const d = vm.runInNewContext("values.length", { values }); // slguard:safe
  const e = new Script(`(${formula})`).runInThisContext(); // slguard:expect code-injection
  const f = Function(`return ${Number(formula)}`)(); // slguard:safe
  return { statusCode: 200, body: JSON.stringify([a, b, c, d, e, f]) };
};

const operations = { add: (x, y) => x + y, sub: (x, y) => x - y };
exports.dispatch = async (event) => {
  const { op, x, y } = JSON.parse(event.body);
  return { statusCode: 200, body: String(operations[op](x, y)) }; // slguard:safe
};

exports.plugin = async (event) => {
  const plugin = require("./plugins/" + event.pathParameters.name); // slguard:expect code-injection
  return plugin.run();
};
const plugins = { csv: "./plugins/csv", json: "./plugins/json" };
exports.known = async (event) => {
  const format = event.pathParameters.name === "csv" ? "csv" : "json";
  return require(plugins[format]).run(); // slguard:safe
};
