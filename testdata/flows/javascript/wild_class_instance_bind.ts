import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";
import { Client } from "pg";
import { execSync } from "child_process";

abstract class BaseHandler<T> {
  protected constructor(protected readonly client: Client) {}

  async handle(event: APIGatewayProxyEvent, _context: Context): Promise<APIGatewayProxyResult> {
    try {
      const input = this.parse(event);
      const result = await this.execute(input);
      return { statusCode: 200, body: JSON.stringify(result) };
    } catch {
      return { statusCode: 500, body: "failed" };
    }
  }

  protected abstract parse(event: APIGatewayProxyEvent): T;
  protected abstract execute(input: T): Promise<unknown>;
}

interface Search {
  readonly column: string;
  readonly value: string;
}

class SearchHandler extends BaseHandler<Search> {
  constructor() {
    super(new Client({ connectionString: process.env.DATABASE_URL }));
  }

  protected parse(event: APIGatewayProxyEvent): Search {
    const query = event.queryStringParameters ?? {};
    return { column: query.column ?? "name", value: query.value! };
  }

  protected async execute({ column, value }: Search) {
    const unsafe = await this.client.query(`SELECT * FROM people WHERE ${column} = $1`, [value]); // slguard:expect sql-injection
    const safe = await this.client.query("SELECT * FROM people WHERE name = $1", [value]); // slguard:safe
    return [unsafe.rows, safe.rows];
  }
}

class PingHandler {
  private host = "";
  private readonly limit = 3;

  get command(): string {
    return `ping -c ${this.limit} ${this.host}`;
  }

  get fixed(): string {
    return `ping -c ${this.limit} localhost`;
  }

  static of(host: string): PingHandler {
    const it = new PingHandler();
    it.host = host;
    return it;
  }

  handler = async (event: APIGatewayProxyEvent) => {
    const other = PingHandler.of(event.pathParameters!.host!);
    execSync(other.command); // slguard:expect command-injection
    execSync(other.fixed); // slguard:safe
    return { statusCode: 200, body: "" };
  };
}

const search = new SearchHandler();
export const searchHandler = search.handle.bind(search);
export const pingHandler = new PingHandler().handler;
