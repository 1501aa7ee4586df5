const { Router } = require("express");
const controller = require("../controllers/users");

const usersRouter = Router();
usersRouter.route("/:id").get(controller.show).delete(controller.remove);
usersRouter.get("/", controller.list);

module.exports = { usersRouter };
