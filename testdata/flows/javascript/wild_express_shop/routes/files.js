const express = require("express");
const path = require("path");

module.exports = () => {
  const router = new express.Router();
  router.get("/raw", (req, res) => {
    res.download(path.join("/mnt/files", req.query.name)); // slguard:expect path-traversal
  });
  router.get("/rooted", (req, res) => {
    res.sendFile(req.query.name, { root: "/mnt/files" }); // slguard:safe
  });
  router.get("/next", (req, res) => {
    const next = req.query.next || "/";
    return res.redirect(next); // slguard:expect open-redirect
  });
  router.get("/home", (req, res) => {
    return res.redirect(302, "/home?from=" + encodeURIComponent(req.query.next)); // slguard:safe
  });
  return router;
};
