import { currentRequest } from "@acme/web";
import { run, quoted } from "@acme/warehouse";
import { isIdentifier } from "@acme/checks";
import { fill } from "@acme/text";

export const handler = async () => {
  const request = currentRequest();
  const region = request.param("region");
  let rows = await run(`select * from sales where region = '${region}'`); // flow
  rows = rows.concat(await run("select * from sales where region = " + quoted(region)));
  const statement = [];
  fill(statement, request.param("column"));
  rows = rows.concat(await run(`select ${statement[0]} from sales`)); // flow
  const table = request.param("table");
  if (isIdentifier(table)) {
    rows = rows.concat(await run("select * from " + table));
  }
  return { statusCode: 200, body: String(rows.length) };
};
