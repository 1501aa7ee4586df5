// Patterns that only have a beginning: what they ask for decides.
const redirect = (to) => to;
exports.path = async (event) => {
  const { to } = event.queryStringParameters;
  if (!/^\/[a-z][a-z0-9/-]*$/.test(to)) return { statusCode: 400 };
  return { statusCode: 302, headers: { Location: to } }; // slguard:safe
};
exports.lookAhead = async (event) => {
  const { to } = event.queryStringParameters;
  if (!/^\/(?![/\\])/.test(to)) return { statusCode: 400 };
  return { statusCode: 302, headers: { Location: to } }; // slguard:safe
};
exports.notSlash = async (event) => {
  const { to } = event.queryStringParameters;
  if (!to.match(/^\/[^/\\]/)) return { statusCode: 400 };
  return { statusCode: 302, headers: { Location: redirect(to) } }; // slguard:safe
};
exports.anySlash = async (event) => {
  const { to } = event.queryStringParameters;
  if (!/^\//.test(to)) return { statusCode: 400 };
  return { statusCode: 302, headers: { Location: to } }; // slguard:expect open-redirect
};
exports.slashes = async (event) => {
  const { to } = event.queryStringParameters;
  if (!/^\/[\w/]*$/.test(to)) return { statusCode: 400 };
  return { statusCode: 302, headers: { Location: to } }; // slguard:expect open-redirect
};
exports.host = async (event) => {
  const { url } = JSON.parse(event.body);
  if (!/^https:\/\/([\w-]+\.)?example\.com(\/|$)/.test(url)) return { statusCode: 400 };
  return fetch(url); // slguard:safe
};
exports.openHost = async (event) => {
  const { url } = JSON.parse(event.body);
  if (!/^https:\/\/example\.com/.test(url)) return { statusCode: 400 };
  return fetch(url); // slguard:expect ssrf
};
exports.anywhere = async (event) => {
  const { url } = JSON.parse(event.body);
  if (!/https:\/\/example\.com\//.test(url)) return { statusCode: 400 };
  return fetch(url); // slguard:expect ssrf
};
exports.manyHosts = async (event) => {
  const { url } = JSON.parse(event.body);
  if (!/^https:\/\/(api|www)\.example\.com\/v\d+\//.test(url)) return { statusCode: 400 };
  return fetch(url); // slguard:safe
};
