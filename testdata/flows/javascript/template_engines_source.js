const ejs = require("ejs");
const pug = require("pug");
const Handlebars = require("handlebars");
const nunjucks = require("nunjucks");
const _ = require("lodash");

exports.handler = async (event) => {
  const { layout, name } = JSON.parse(event.body);
  const a = ejs.render(layout, { name }); // slguard:expect template-injection
  const b = Handlebars.compile(`<p>${layout}</p>`)({ name }); // slguard:expect template-injection
  const c = nunjucks.renderString(layout, { name }); // slguard:expect template-injection
  const d = _.template(layout)({ name }); // slguard:expect template-injection
  const e = pug.compile(layout); // slguard:expect template-injection
  return { statusCode: 200, body: JSON.stringify([a, b, c, d, e({ name })]) };
};

const greeting = Handlebars.compile("<p>Hello {{name}}</p>");

exports.repairedHandler = async (event) => {
  const { name } = JSON.parse(event.body);
  const a = ejs.render("<p><%= name %></p>", { name }); // slguard:safe
  const b = greeting({ name }); // slguard:safe
  const c = nunjucks.renderString("<p>{{ name }}</p>", { name }); // slguard:safe
  return { statusCode: 200, body: JSON.stringify([a, b, c]) };
};
