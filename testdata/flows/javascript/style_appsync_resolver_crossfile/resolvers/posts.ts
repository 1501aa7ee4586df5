import { Client } from "@opensearch-project/opensearch";
import { Pool } from "pg";

const search = new Client({ node: process.env.SEARCH_URL });
const pool = new Pool();

export interface PostArguments {
  author: string;
  order: "asc" | "desc";
  first: number;
}

export const byAuthor = ({ author, order }: PostArguments) =>
  pool.query(`select * from posts where author = '${author}' order by at ${order}`); // slguard:expect sql-injection

export async function recent({ first }: PostArguments) {
  const { rows } = await pool.query(`select * from posts limit ${first}`); // slguard:safe
  await search.search({ index: "posts", body: { query: { match: { kind: "recent" } } } }); // slguard:safe
  return rows;
}
