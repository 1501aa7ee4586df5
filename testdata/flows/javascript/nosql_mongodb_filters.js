const { MongoClient, ObjectId } = require("mongodb");
const sanitize = require("mongo-sanitize");

let client;

async function users() {
  client = client || (await MongoClient.connect(process.env.MONGO_URL));
  return client.db("app").collection("users");
}

module.exports.login = async (event) => {
  const credentials = JSON.parse(event.body);
  const collection = await users();
  const user = await collection.findOne({ name: credentials.name, pin: credentials.pin }); // slguard:expect nosql-injection
  await collection.find({ $where: `this.owner == '${credentials.owner}'` }).toArray(); // slguard:expect nosql-injection
  await collection.deleteMany(credentials.filter); // slguard:expect nosql-injection
  return { statusCode: user ? 200 : 401 };
};

module.exports.repaired = async (event) => {
  const credentials = JSON.parse(event.body);
  const collection = await users();
  const user = await collection.findOne({ name: String(credentials.name), pin: { $eq: credentials.pin } }); // slguard:safe
  await collection.findOne({ _id: new ObjectId(credentials.id) }); // slguard:safe
  await collection.findOne({ name: sanitize(credentials.name) }); // slguard:safe
  await collection.findOne({ slug: event.queryStringParameters.slug }); // slguard:safe
  return { statusCode: user ? 200 : 401 };
};
