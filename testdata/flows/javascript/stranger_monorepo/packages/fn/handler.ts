import { query, bound } from "@acme/lib";
import { query as aliased } from "@lib/database";
import { TABLES, root } from "~config";
import { readFileSync } from "fs";

export const handler = async (event: any) => {
  await query(event.pathParameters.table);
  await aliased(event.pathParameters.table);
  await bound(event.pathParameters.id);
  readFileSync(root + "/" + event.pathParameters.file); // slguard:expect path-traversal
  readFileSync(`${root}/${TABLES["orders"]}`); // slguard:safe
};
