import { Logger } from "@aws-lambda-powertools/logger";
import { Tracer } from "@aws-lambda-powertools/tracer";
import type { LambdaInterface } from "@aws-lambda-powertools/commons/types";
import type { APIGatewayProxyEvent, Context } from "aws-lambda";
import { readFile } from "node:fs/promises";
import path from "node:path";

const logger = new Logger();
const tracer = new Tracer();

class Reports implements LambdaInterface {
  #root = "/mnt/reports";
  private readonly extension = ".csv";

  @tracer.captureLambdaHandler()
  @logger.injectLambdaContext()
  public async handler(event: APIGatewayProxyEvent, _context: Context) {
    const content = await this.#load(event.pathParameters!.name!);
    const safe = await this.load(event.pathParameters!.name!);
    return { statusCode: 200, body: content + safe };
  }

  async #load(name: string) {
    return readFile(path.join(this.#root, name + this.extension), "utf8"); // slguard:expect path-traversal
  }

  private async load(name: string) {
    const file = path.resolve(this.#root, name);
    if (!file.startsWith(this.#root + path.sep)) throw new Error("outside");
    return readFile(file, "utf8"); // slguard:safe
  }
}

const reports = new Reports();
export const handler = reports.handler.bind(reports);
