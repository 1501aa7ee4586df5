exports.attachUser = (req, res, next) => {
  req.locale = req.get("accept-language");
  res.locals.tenant = req.headers["x-tenant"];
  next();
};

exports.requireId = function requireId(req, res, next) {
  if (!req.query.id || !/^[0-9]+$/.test(req.query.id)) {
    return res.status(400).json({ error: "id" });
  }
  next();
};
