// slguard:trigger ALB
const { Storage } = require("./storage");

const storage = new Storage("/mnt/documents");

exports.handler = async (event) => {
  const name = decodeURIComponent(event.queryStringParameters.document);
  return { statusCode: 200, statusDescription: "200 OK", body: await storage.read(name) };
};

exports.repairedHandler = async (event) => {
  const name = decodeURIComponent(event.queryStringParameters.document);
  await storage.remove(name);
  return { statusCode: 200, statusDescription: "200 OK", body: await storage.readInside(name) };
};
