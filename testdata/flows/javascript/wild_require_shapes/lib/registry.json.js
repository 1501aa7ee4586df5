module.exports = { current: "clean" };
