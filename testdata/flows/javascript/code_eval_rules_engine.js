const vm = require("vm");
const mathjs = require("mathjs");

const OPERATIONS = { add: (a, b) => a + b, sub: (a, b) => a - b };

exports.handler = async (event) => {
  const { expression, formula, plugin, input } = JSON.parse(event.body);
  const value = eval("(" + expression + ")"); // slguard:expect code-injection
  const f = new Function("x", `return ${formula}`); // slguard:expect code-injection
  const script = vm.runInNewContext(formula, { input }); // slguard:expect code-injection
  const extra = require("./plugins/" + plugin); // slguard:expect code-injection
  return { value, f: f(1), script, extra: extra.name };
};

exports.repairedHandler = async (event) => {
  const { operation, a, b, input } = JSON.parse(event.body);
  const context = vm.createContext({ input });
  vm.runInContext("total = input.length", context); // slguard:safe
  if (!Object.hasOwn(OPERATIONS, operation)) {
    return { statusCode: 400 };
  }
  const result = OPERATIONS[operation](Number(a), Number(b)); // slguard:safe
  const count = eval("1 + " + parseFloat(a)); // slguard:safe
  setTimeout(() => {}, Number(b));
  return { statusCode: 200, body: JSON.stringify({ result, count }) };
};
