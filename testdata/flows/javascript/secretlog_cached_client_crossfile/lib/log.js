const bunyan = require("bunyan");

const log = bunyan.createLogger({ name: "payments" });

exports.trace = (message, details) => {
  log.info(Object.assign({ at: Date.now() }, details), message); // slguard:expect secret-logging
};

exports.note = (message, details) => {
  log.info({ at: Date.now(), ...details }, message); // slguard:safe
};
