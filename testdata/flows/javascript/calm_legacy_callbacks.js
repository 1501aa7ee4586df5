var AWS = require("aws-sdk");
var async = require("async");
var request = require("request");
var util = require("util");

var dynamodb = new AWS.DynamoDB({ apiVersion: "2012-08-10" });
var sns = new AWS.SNS();

function reply(callback, code, value) {
  callback(null, { statusCode: code, headers: { "Access-Control-Allow-Origin": "*" }, body: JSON.stringify(value) });
}

exports.weather = function (event, context, callback) {
  context.callbackWaitsForEmptyEventLoop = false;
  var city = encodeURIComponent((event.queryStringParameters || {}).city || "Berlin");
  async.waterfall(
    [
      function (next) {
        request({ url: "https://weather.example.com/v1/" + city, json: true }, next); // slguard:safe
      },
      function (response, body, next) {
        if (response.statusCode !== 200) return next(new Error("upstream"));
        dynamodb.putItem( // slguard:safe
          { TableName: process.env.TABLE, Item: { city: { S: city }, temperature: { N: String(body.temperature) } } },
          function (err) {
            next(err, body);
          },
        );
      },
    ],
    function (err, body) {
      if (err) {
        console.error(util.format("failed: %s", err.code));
        return reply(callback, 502, { error: "upstream" });
      }
      reply(callback, 200, { temperature: body.temperature });
    },
  );
};

exports.notify = function (event, context) {
  var left = event.Records ? event.Records.length : 0;
  if (!left) return context.succeed("nothing");
  event.Records.forEach(function (record) {
    sns.publish({ TopicArn: process.env.TOPIC, Message: record.messageId, Subject: "Order" }, function (err) { // slguard:safe
      if (err) return context.fail(err);
      if (--left === 0) context.done(null, "sent");
    });
  });
};

exports.counter = function (event, context, callback) {
  var params = {
    TableName: process.env.TABLE,
    Key: { id: { S: "counter" } },
    UpdateExpression: "ADD hits :one", // slguard:safe
    ExpressionAttributeValues: { ":one": { N: "1" } },
    ReturnValues: "UPDATED_NEW",
  };
  dynamodb.updateItem(params, function (err, data) {
    if (err) return callback(err);
    reply(callback, 200, { hits: Number(data.Attributes.hits.N) });
  });
};
