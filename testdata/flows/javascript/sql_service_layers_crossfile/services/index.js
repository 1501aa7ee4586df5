module.exports = {
  reports: require("./report"),
};
