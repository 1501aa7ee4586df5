import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import { Container } from "./container";

abstract class BaseHandler {
  handle = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    await this.execute(event);
    return { statusCode: 200, body: "" };
  };

  protected abstract execute(event: APIGatewayProxyEvent): Promise<void>;
}

class ImportHandler extends BaseHandler {
  protected async execute(event: APIGatewayProxyEvent): Promise<void> {
    Container.importService.import(event.pathParameters!.name!, event.body!);
  }
}

class RepairedHandler extends BaseHandler {
  protected async execute(event: APIGatewayProxyEvent): Promise<void> {
    Container.importService.importSafely(event.pathParameters!.name!, event.body!);
  }
}

export const handler = new ImportHandler().handle;
export const repairedHandler = new RepairedHandler().handle;
