// slguard:handler handler REST_API
// slguard:handler legacy REST_API
// slguard:handler queue SQS
var util = require("util");
var child = require("child_process");
var mysql = require("mysql");
var request = require("request-promise");
var _ = require("lodash");
var Promise = require("bluebird");

var pool = mysql.createPool({ host: process.env.HOST });
var query = util.promisify(pool.query).bind(pool);

function Service(event) {
  if (!(this instanceof Service)) return new Service(event);
  this.params = _.get(event, "queryStringParameters", {});
}
Service.prototype.id = function () {
  return this.params.id;
};
Service.prototype.limit = function () {
  return parseInt(this.params.limit, 10) || 10;
};
function SubService() {
  Service.apply(this, arguments);
}
util.inherits(SubService, Service);
SubService.prototype.run = function (done) {
  pool.query("SELECT * FROM a WHERE id = " + this.id(), done); // slguard:expect sql-injection
  pool.query("SELECT * FROM a LIMIT " + this.limit(), done); // slguard:safe
};

exports.handler = function (event, context, callback) {
  var service = new SubService(event);
  service.run(function (err, rows) {
    if (err) return callback(err);
    callback(null, { statusCode: 200, body: JSON.stringify(rows) });
  });
  var self = this;
  ["a", "b"].forEach(function (each) {
    child.exec("touch /tmp/" + each); // slguard:safe
    child.exec("touch /tmp/" + event.pathParameters[each]); // slguard:expect command-injection
    void self;
  });
  for (var i = 0; i < arguments.length; i++) {
    if (i === 0) child.exec("log " + arguments[i].path); // slguard:expect command-injection
  }
};

exports.legacy = function (event, context) {
  var body = JSON.parse(event.body);
  query("SELECT * FROM b WHERE name = '" + body.name + "'") // slguard:expect sql-injection
    .then(function (rows) {
      return query("SELECT * FROM c WHERE name = ?", [rows[0].name]); // slguard:safe
    })
    .then(context.succeed, context.fail);
  request({ uri: body.url, json: true }).then(_.noop); // slguard:expect ssrf
  request({ uri: "https://api.example.com/x", qs: { q: body.url }, json: true }).then(_.noop); // slguard:safe
  Promise.map(body.names, function (name) {
    return child.execSync("echo " + name); // slguard:expect command-injection
  });
  var names = _.map(_.filter(body.list, "active"), "name");
  child.exec("tag " + names.join(" ")); // slguard:expect command-injection
  child.exec("tag " + _.sum(_.map(body.list, _.size))); // slguard:safe
  var defaults = _.defaults({}, _.pick(body, ["color", "shape"]), { color: "red" });
  child.exec("paint " + defaults.color); // slguard:expect command-injection
  var template = util.format("run %s %d", body.job, body.count);
  child.exec(template); // slguard:expect command-injection
  child.exec(util.format("run %d", Number(body.count))); // slguard:safe
  switch (true) {
    case /^[a-z]+$/.test(body.job):
      child.exec("job " + body.job); // slguard:safe
      break;
    default:
      child.exec("other " + body.job); // slguard:expect command-injection
  }
};

exports.queue = function (event, context, callback) {
  var jobs = event.Records.map(function (record) {
    return JSON.parse(record.body);
  });
  var next = function () {
    var job = jobs.shift();
    if (!job) return callback();
    child.exec(job.command, { cwd: "/tmp" }, function (error, stdout) { // slguard:expect command-injection
      if (error) return callback(error);
      console.log(stdout.length);
      next();
    });
  };
  next();
};
