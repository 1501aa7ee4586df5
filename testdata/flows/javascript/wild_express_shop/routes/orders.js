const { Router } = require("express");
const orders = require("../services/orders");

const router = Router();

router
  .route("/:id")
  .get(async (req, res, next) => {
    try {
      res.json(await orders.find(req.params.id, res.locals.tenant));
    } catch (e) {
      next(e);
    }
  })
  .delete(async (req, res) => {
    await orders.remove({ id: req.params.id });
    res.sendStatus(204);
  });

router.get("/", async (req, res) => {
  const { sort = "created", dir = "asc" } = req.query;
  res.json(await orders.list(sort, dir === "desc" ? "DESC" : "ASC"));
});

router.post("/greet", (req, res) => {
  res.send("<p>Hello " + req.body.name + "</p>"); // slguard:expect xss-reflected
});
router.post("/greet-json", (req, res) => {
  res.send({ text: "Hello " + req.body.name }); // slguard:safe
});

module.exports = router;
