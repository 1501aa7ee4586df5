const db = require("../db");

exports.show = async (req, res, next) => {
  try {
    res.json(await db.find(req.params.id));
  } catch (e) {
    next(e);
  }
};

exports.remove = async function (req, res) {
  await db.remove(req.params.id);
  res.status(204).end();
};

exports.list = async ({ query }, res) => {
  res.json(await db.list({ sort: query.sort, ...query }));
};
