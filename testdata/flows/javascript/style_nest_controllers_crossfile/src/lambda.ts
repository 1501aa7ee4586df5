import { NestFactory } from "@nestjs/core";
import { Module } from "@nestjs/common";
import serverlessExpress from "@codegenie/serverless-express";
import { ReportsController } from "./reports.controller";
import { ReportsService } from "./reports.service";

@Module({ controllers: [ReportsController], providers: [ReportsService] })
export class AppModule {}

let server: any;

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.init();
  return serverlessExpress({ app: app.getHttpAdapter().getInstance() });
}

export const handler = async (event: any, context: any, callback: any) => {
  server = server ?? (await bootstrap());
  return server(event, context, callback);
};
