// slguard:trigger CLOUDFRONT
"use strict";

exports.handler = async (event) => {
  const { request } = event.Records[0].cf;
  const to = new URLSearchParams(request.querystring).get("to");
  return {
    status: "302",
    headers: {
      location: [{ key: "Location", value: to }], // slguard:expect open-redirect
    },
  };
};

exports.page = async (event) => {
  const { request } = event.Records[0].cf;
  return {
    status: "200",
    headers: { "content-type": [{ key: "Content-Type", value: "text/html" }] },
    body: `<h1>${request.uri}</h1>`, // slguard:expect xss-reflected
  };
};

exports.repairedHandler = async (event) => {
  const { request, config } = event.Records[0].cf;
  return {
    status: "301",
    headers: {
      location: [{ key: "Location", value: `https://${config.distributionDomainName}${request.uri}` }], // slguard:safe
    },
  };
};
