import { Logger } from "@aws-lambda-powertools/logger";
import { Tracer } from "@aws-lambda-powertools/tracer";
import type { LambdaInterface } from "@aws-lambda-powertools/commons/types";
import { readFile } from "fs/promises";
import { basename } from "path";

const logger = new Logger();
const tracer = new Tracer();

class Download implements LambdaInterface {
  constructor(private readonly root: string) {}

  @tracer.captureLambdaHandler()
  @logger.injectLambdaContext()
  public async handler(event: { pathParameters: { file: string } }, _context: unknown): Promise<unknown> {
    const content = await this.load(event.pathParameters.file);
    return { statusCode: 200, body: content };
  }

  @tracer.captureMethod()
  private async load(file: string): Promise<string> {
    return readFile(`${this.root}/${file}`, "utf8"); // slguard:expect path-traversal
  }
}

class RepairedDownload implements LambdaInterface {
  constructor(private readonly root: string) {}

  @tracer.captureLambdaHandler()
  public async handler(event: { pathParameters: { file: string } }, _context: unknown): Promise<unknown> {
    const content = await readFile(`${this.root}/${basename(event.pathParameters.file)}`, "utf8"); // slguard:safe
    return { statusCode: 200, body: content };
  }
}

const download = new Download("/opt/files");
export const handler = download.handler.bind(download);
const repaired = new RepairedDownload("/opt/files");
export const repairedHandler = repaired.handler.bind(repaired);
