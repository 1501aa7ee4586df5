module.exports = { shell: require("./shell"), ...require("./jobs") };
