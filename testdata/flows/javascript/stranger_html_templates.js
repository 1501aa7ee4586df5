const ejs = require("ejs");
const Handlebars = require("handlebars");
const _ = require("lodash");
const pug = require("pug");

exports.source = async (event) => {
  const { template, name } = JSON.parse(event.body);
  const a = ejs.render(template, { name }); // slguard:expect template-injection
  const b = ejs.render("<p><%= name %></p>", { name }); // slguard:safe
  const c = Handlebars.compile("<p>" + template + "</p>")({ name }); // slguard:expect template-injection
  const d = _.template(template)({ name }); // slguard:expect template-injection
  const e = pug.compile("p= name")({ name }); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ a, b, c, d, e }) };
};
