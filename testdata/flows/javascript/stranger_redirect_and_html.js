exports.redirect = async (event) => ({
  statusCode: 302,
  headers: { Location: event.queryStringParameters.returnTo }, // slguard:expect open-redirect
});

exports.local = async (event) => {
  const to = event.queryStringParameters.returnTo;
  const location = to.startsWith("/") ? to : "/";
  return { statusCode: 302, headers: { location } }; // slguard:expect open-redirect
};

exports.fixed = async (event) => ({
  statusCode: 301,
  headers: { Location: `https://app.example.com/welcome?from=${event.queryStringParameters.from}` }, // slguard:safe
});

const targets = new Map([["home", "/"], ["cart", "/cart"]]);
exports.mapped = async (event) => {
  const target = targets.get(event.queryStringParameters.page) ?? "/";
  return { statusCode: 302, headers: { Location: target } }; // slguard:safe
};

exports.page = async (event) => {
  const response = { statusCode: 200, headers: {} };
  response.headers["content-type"] = "text/html; charset=utf-8";
  response.body = "<h1>" + event.queryStringParameters.title + "</h1>"; // slguard:expect xss-reflected
  return response;
};

exports.json = async (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ title: event.queryStringParameters.title }), // slguard:safe
});

const escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
exports.escaped = async (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "text/html" },
  body: `<h1>${escape(event.queryStringParameters.title)}</h1>`, // slguard:safe
});

const half = (text) => text.replace("<", "&lt;");
exports.halfEscaped = async (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "text/html" },
  body: `<h1>${half(event.queryStringParameters.title)}</h1>`, // slguard:expect xss-reflected
});
