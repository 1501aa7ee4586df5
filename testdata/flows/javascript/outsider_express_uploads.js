// slguard:handler handler HTTP_API_V2
// slguard:handler words HTTP_API_V2
const express = require("express");
const serverless = require("serverless-http");
const multer = require("multer");
const fs = require("fs");
const path = require("path");
const { execSync } = require("child_process");

const app = express();
const upload = multer({ dest: "/tmp/uploads" });

app.post("/avatar", upload.single("avatar"), async (req, res) => {
  await fs.promises.rename(req.file.path, path.join("/mnt/avatars", req.file.filename)); // slguard:safe
  await fs.promises.copyFile("/tmp/x", path.join("/mnt/avatars", req.file.originalname)); // slguard:expect path-traversal
  res.status(204).end();
});

app.post("/album", upload.array("photos"), (req, res) => {
  for (const photo of req.files) {
    fs.renameSync(photo.path, "/mnt/album/" + photo.filename); // slguard:safe
    fs.renameSync(photo.path, "/mnt/album/" + photo.originalname); // slguard:expect path-traversal
  }
  req.files.forEach((photo) => fs.unlinkSync("/mnt/album/" + photo.originalname)); // slguard:expect path-traversal
  fs.unlinkSync("/mnt/album/" + req.files[0].originalname); // slguard:expect path-traversal
  res.status(204).end();
});

app.get("/texts", (req, res) => {
  const language = req.acceptsLanguages("en", "de") || "en";
  execSync("cat texts_" + language); // slguard:safe
  execSync("cat texts_" + req.get("accept-language")); // slguard:expect command-injection
  res.end();
});

app.post("/login", (req, res) => {
  console.log("login", req.body.name, { password: req.body.password }); // slguard:expect secret-logging
  console.log("login", req.body.name); // slguard:safe
  const twice = new Function("amount", "return amount * 2");
  res.json({ twice: twice(req.body.amount) }); // slguard:safe
  res.json({ value: new Function("amount", "return " + req.body.formula)(1) }); // slguard:expect code-injection
});

exports.handler = serverless(app);

exports.words = async (event) => {
  const { text } = JSON.parse(event.body);
  execSync(`say '${text.replace(/[^a-z0-9 ]/gi, "")}'`); // slguard:safe
  execSync(`say ${text.replace(/[^a-z0-9 -]/gi, "")}`); // slguard:expect command-injection
};
