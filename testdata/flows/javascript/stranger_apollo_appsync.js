// slguard:handler graphql HTTP_API_V2
// slguard:handler resolver APPSYNC
const { ApolloServer, gql } = require("apollo-server-lambda");
const { execSync } = require("child_process");
const { Client } = require("pg");

const db = new Client();
const resolvers = {
  Query: {
    user: async (_, { id }) => (await db.query(`SELECT * FROM users WHERE id = ${id}`)).rows[0], // slguard:expect sql-injection
    me: async (_, __, { userId }) => (await db.query("SELECT * FROM users WHERE id = $1", [userId])).rows[0], // slguard:safe
  },
  Mutation: {
    ping(parent, args) {
      return execSync("ping -c1 " + args.input.host).toString(); // slguard:expect command-injection
    },
  },
};
const server = new ApolloServer({ typeDefs: gql`type Query { user(id: ID): String }`, resolvers });
exports.graphql = server.createHandler();

const fields = {
  logs: ({ file }) => execSync("tail " + file), // slguard:expect command-injection
  count: ({ limit }) => execSync("head -n " + Number(limit)), // slguard:safe
};
exports.resolver = async (event) => {
  const resolve = fields[event.info.fieldName];
  return resolve(event.arguments);
};
