// slguard:trigger CLOUDFRONT
"use strict";
const querystring = require("querystring");

exports.handler = (event, context, callback) => {
  const request = event.Records[0].cf.request;
  const params = querystring.parse(request.querystring);
  if (request.uri === "/login") {
    return callback(null, {
      status: "302",
      headers: { location: [{ key: "Location", value: params.next }] }, // slguard:expect open-redirect
    });
  }
  if (request.uri === "/old") {
    return callback(null, {
      status: "301",
      headers: { location: [{ key: "Location", value: "https://www.example.com/new?from=" + encodeURIComponent(params.next) }] }, // slguard:safe
    });
  }
  if (request.uri.startsWith("/hello")) {
    return callback(null, {
      status: "200",
      headers: { "content-type": [{ key: "Content-Type", value: "text/html" }] },
      body: `<p>${params.name}</p>`, // slguard:expect xss-reflected
    });
  }
  return callback(null, request);
};
