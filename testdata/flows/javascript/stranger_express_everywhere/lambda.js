const awsServerlessExpress = require("aws-serverless-express");
const { createApp } = require("./app");

const server = awsServerlessExpress.createServer(createApp());

exports.handler = (event, context) => awsServerlessExpress.proxy(server, event, context);
