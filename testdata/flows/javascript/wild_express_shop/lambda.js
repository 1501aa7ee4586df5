// slguard:handler handler HTTP_API_V2
const serverlessExpress = require("@codegenie/serverless-express");
const app = require("./app");

exports.handler = serverlessExpress({ app });
