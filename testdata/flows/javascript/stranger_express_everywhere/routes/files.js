const router = require("express").Router();
const fs = require("fs");
const path = require("path");

router.get("/:name", (req, res) => {
  fs.readFile("/data/" + req.params.name, (err, data) => { // slguard:expect path-traversal
    if (err) return res.sendStatus(404);
    res.type("text/plain").send(data);
  });
});

router.get("/safe/:name", (req, res) => {
  fs.readFile(path.join("/data", path.basename(req.params.name)), (err, data) => { // slguard:safe
    if (err) return res.sendStatus(404);
    res.send(data);
  });
});

router.get("/hello", (req, res) => {
  res.send("<h1>Hello " + req.query.name + "</h1>"); // slguard:expect xss-reflected
});

router.get("/hello.json", (req, res) => {
  res.json({ hello: req.query.name }); // slguard:safe
});

router.get("/go", (req, res) => {
  res.redirect(req.query.to); // slguard:expect open-redirect
});

router.get("/go/local", (req, res) => {
  res.redirect(302, "https://shop.example.com/" + encodeURIComponent(req.query.to)); // slguard:safe
});

module.exports = router;
