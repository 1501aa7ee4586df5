const express = require("express");
const cookieParser = require("cookie-parser");
const { attachUser, requireId } = require("./middleware");

const app = express();
app.use(express.json({ limit: "1mb" }));
app.use(express.urlencoded({ extended: true }));
app.use(cookieParser());
app.use(attachUser);

app.use("/orders", require("./routes/orders"));
app.use("/files", requireId, require("./routes/files")());

app.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  res.status(500).json({ stack: err.stack }); // slguard:expect sensitive-data-exfiltration
});

module.exports = app;
