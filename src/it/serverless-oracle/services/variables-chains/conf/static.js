module.exports = { name: "from-js" };
