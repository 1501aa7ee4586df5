const express = require("express");
const helmet = require("helmet");
const { usersRouter } = require("./routes/users");
const files = require("./routes/files");

function createApp() {
  const app = express();
  app.use(helmet());
  app.use(express.json());
  app.use("/users", usersRouter);
  app.use("/files", files);
  app.use((err, req, res, next) => {
    res.status(500).send({ error: err.message, trace: err.stack }); // slguard:expect sensitive-data-exfiltration
  });
  return app;
}

module.exports = { createApp };
