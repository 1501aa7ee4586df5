const express = require("express");
const helmet = require("helmet");
const rateLimit = require("express-rate-limit");
const session = require("express-session");
const csrf = require("csurf");
const { body, param, query, validationResult, matchedData } = require("express-validator");
const serverless = require("serverless-http");
const winston = require("winston");
const { Sequelize, DataTypes, Op } = require("sequelize");

const logger = winston.createLogger({ transports: [new winston.transports.Console()], format: winston.format.json() });
const sequelize = new Sequelize(process.env.DATABASE_URL, { logging: (text) => logger.debug(text) });
const Note = sequelize.define("Note", { title: DataTypes.STRING, text: DataTypes.TEXT, owner: DataTypes.UUID });

const app = express();
app.disable("x-powered-by");
app.use(helmet());
app.use(rateLimit({ windowMs: 60_000, max: 100 }));
app.use(express.json());
app.use(session({ secret: process.env.SESSION_SECRET || "dev", resave: false, saveUninitialized: false, cookie: { secure: true } })); // slguard:expect hardcoded-secret
app.use(csrf());

const valid = (req, res, next) => {
  const errors = validationResult(req);
  if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() });
  return next();
};

app.get("/notes", query("q").optional().isString().isLength({ max: 50 }), valid, async (req, res) => {
  const { q = "" } = matchedData(req);
  const notes = await Note.findAll({
    where: { owner: req.session.user, title: { [Op.iLike]: `%${q}%` } }, // slguard:safe
    order: [["createdAt", "DESC"]],
    limit: 50,
  });
  res.json(notes);
});

app.post("/notes", body("title").isString().trim(), body("text").isString(), valid, async (req, res) => {
  const note = await Note.create({ ...matchedData(req), owner: req.session.user }); // slguard:safe
  res.status(201).location(`/notes/${note.id}`).json(note); // slguard:safe
});

app.get("/notes/:id", param("id").isInt().toInt(), valid, async (req, res) => {
  const { id } = matchedData(req);
  const [rows] = await sequelize.query(`SELECT * FROM notes WHERE id = ${id}`); // slguard:safe
  res.json(rows[0] ?? null);
});

app.get("/export.csv", async (req, res) => {
  const notes = await Note.findAll({ where: { owner: req.session.user } });
  res.type("text/csv");
  res.set("Content-Disposition", "attachment; filename=notes.csv");
  res.send(notes.map((note) => [note.id, JSON.stringify(note.title)].join(",")).join("\n")); // slguard:safe
});

app.get("/login", (req, res) => {
  const target = ["/notes", "/profile"].includes(req.query.next) ? req.query.next : "/notes";
  res.redirect(target); // slguard:safe
});

app.use((req, res) => res.status(404).json({ error: "not found", path: req.path }));
app.use((error, req, res, next) => {
  logger.error({ message: error.message, path: req.path });
  if (res.headersSent) return next(error);
  return res.status(500).json({ error: "internal" });
});

module.exports.handler = serverless(app, { binary: ["application/octet-stream"] });
