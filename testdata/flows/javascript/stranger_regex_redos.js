const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

exports.handler = async (event) => {
  const { pattern, text } = JSON.parse(event.body);
  const matcher = new RegExp(pattern, "i"); // slguard:expect redos
  const quoted = new RegExp(escapeRegExp(pattern)); // slguard:safe
  const slow = /^(\w+\s?)*$/.test(text); // slguard:expect redos
  const fast = /^\w+$/.test(text); // slguard:safe
  return { statusCode: 200, body: JSON.stringify([matcher.test("a"), quoted.test("a"), slow, fast]) };
};
