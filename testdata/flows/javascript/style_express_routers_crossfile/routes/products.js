const { Router } = require("express");
const { execFile } = require("child_process");
const db = require("./db");

const router = Router();

router.get("/:sku", async (req, res, next) => {
  try {
    const rows = await db.find("sku = '" + req.params.sku + "'");
    res.json(rows);
  } catch (error) {
    next(error);
  }
});

router.get("/by-id/:id", async (req, res) => {
  const id = Number.parseInt(req.params.id, 10);
  if (Number.isNaN(id)) {
    return res.status(400).json({ message: "id must be a number" });
  }
  res.json(await db.byId(id));
});

router.post("/export", (req, res) => {
  execFile(req.body.tool, ["--all"], () => res.sendStatus(202)); // slguard:expect command-injection
});

router.post("/import", (req, res) => {
  execFile("importer", ["--file", req.body.file], () => res.sendStatus(202)); // slguard:safe
});

module.exports = router;
