// slguard:handler read HTTP_API_V2
// slguard:handler readBase HTTP_API_V2
// slguard:handler fetchIt HTTP_API_V2
// slguard:handler fetchUser HTTP_API_V2
const fs = require("fs").promises;
const path = require("node:path");
const axios = require("axios").default;

const ROOT = "/mnt/files";

module.exports = {
  async read(event) {
    const name = event.pathParameters.proxy;
    const text = await fs.readFile(path.join(ROOT, name), "utf8"); // slguard:expect path-traversal
    return { statusCode: 200, body: text };
  },
  readBase: async (event) => {
    const name = path.basename(event.pathParameters.proxy);
    const text = await fs.readFile(path.join(ROOT, name), "utf8"); // slguard:safe
    return { statusCode: 200, body: text };
  },
  fetchIt: async ({ queryStringParameters: { url } = {} }) => {
    const { data } = await axios.get(url, { timeout: 2000 }); // slguard:expect ssrf
    return { statusCode: 200, body: JSON.stringify(data) };
  },
  fetchUser: async function ({ queryStringParameters: { user } = {} }) {
    const { data } = await axios.get(`https://api.example.com/users/${encodeURIComponent(user)}`); // slguard:safe
    return { statusCode: 200, body: JSON.stringify(data) };
  },
};
