// slguard:handler list HTTP_API_V2
// slguard:handler create HTTP_API_V2
import { assertSlug, endpoint, isSortKey, text } from "@shop/lambda-kit";
import { query } from "./db";

export const list = endpoint(async ({ path, query: params }) => {
  const slug = path.shop;
  await query(`select * from o where shop = ${text.wrap(slug)}`, "open");
  assertSlug(slug);
  await query(`select * from o where shop = '${slug}'`, "checked");
  const sort = params.get("sort");
  if (isSortKey(sort)) await query(`select * from o order by ${sort}`, "checked");
  return query(`select * from o order by ${sort}`, "open");
});

export const create = endpoint<{ name: string; count: number }>(async ({ body: { name, count } }) => {
  if (!Number.isInteger(count)) throw new RangeError("count");
  await query("insert into o(count) values (" + count + ")", "checked");
  return query("insert into o(name) values ('" + name + "')", "open");
}, { status: 201 });
