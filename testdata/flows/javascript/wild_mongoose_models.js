const mongoose = require("mongoose");
const sanitize = require("mongo-sanitize");

const schema = new mongoose.Schema({ email: String, token: String, name: String });
const User = mongoose.model("User", schema);

module.exports.login = async (event) => {
  await mongoose.connect(process.env.MONGO_URL);
  const { email, token } = JSON.parse(event.body);
  const a = await User.findOne({ email, token }); // slguard:expect nosql-injection
  const b = await User.findOne({ email: sanitize(email), token: sanitize(token) }); // slguard:safe
  const c = await User.findOne({ email: `${email}`, token: token.toString() }); // slguard:safe
  if (typeof email !== "string" || typeof token !== "string") return { statusCode: 400 };
  const d = await User.findOne({ email, token }); // slguard:safe
  return { statusCode: a && b && c && d ? 200 : 401 };
};

module.exports.find = async (event) => {
  const { filter, where, id } = JSON.parse(event.body);
  await User.find(filter); // slguard:expect nosql-injection
  await User.find({ $where: `this.name == '${where}'` }); // slguard:expect nosql-injection
  await User.aggregate([{ $match: { name: event.queryStringParameters.name } }]); // slguard:safe
  await User.aggregate(JSON.parse(event.body).pipeline); // slguard:expect nosql-injection
  await User.updateOne({ _id: new mongoose.Types.ObjectId(id) }, { $set: { name: String(filter) } }); // slguard:safe
  await User.deleteMany({ name: event.pathParameters.name }); // slguard:safe
};
