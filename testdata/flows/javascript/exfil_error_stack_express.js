const express = require("express");
const serverless = require("serverless-http");

const app = express();
app.use(express.json());

app.post("/orders", async (req, res) => {
  try {
    res.status(201).json(await create(req.body));
  } catch (err) {
    res.status(500).json({ message: "failed", stack: err.stack }); // slguard:expect sensitive-data-exfiltration
  }
});

app.post("/carts", async (req, res) => {
  try {
    res.status(201).json(await create(req.body));
  } catch (err) {
    console.error(err.stack); // slguard:safe
    res.status(500).json({ message: "failed" }); // slguard:safe
  }
});

async function create(order) {
  if (!order.items) throw new TypeError("no items");
  return { id: 1 };
}

module.exports.handler = serverless(app);
