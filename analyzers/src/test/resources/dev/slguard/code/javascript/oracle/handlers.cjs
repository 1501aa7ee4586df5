#!/usr/bin/env node
'use strict';
const { exec } = require('child_process'), fs = require("fs");

exports.handler = function (event, context, callback) {
  fs.readFile('/tmp/' + event.name, (error, data) => error ? callback(error) : callback(null, data.toString()));
};

module.exports.later = event => new Promise((resolve, reject) => {
  exec(`ls ${event.path}`, { shell: true }, function done(error, out) { error ? reject(error) : resolve(out); });
});

var counter = 0;
function next() { return counter++ / 2; }
switch (next()) { case 0: next(); default: (function () { return /[/]/g; })(); }
try { next() } catch (e) { throw new Error('failed: ' + e.message) } finally { next() }
