// slguard:handler get HTTP_API_V2
// slguard:handler invite HTTP_API_V2
import { Pool } from "pg";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { DomainError, Email, UserId, type Users } from "../domain/user";
import { PostgresUsers } from "../adapters/postgres-users";

const users: Users = new PostgresUsers(new Pool(), process.env.SCHEMA ?? "public");

const guarded =
  (run: (event: APIGatewayProxyEventV2) => Promise<unknown>) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      const result = await run(event);
      return result === undefined ? { statusCode: 404 } : { statusCode: 200, body: JSON.stringify(result) };
    } catch (error) {
      if (error instanceof DomainError) return { statusCode: 400, body: JSON.stringify({ field: error.field }) };
      throw error;
    }
  };

export const get = guarded((event) => users.find(UserId.parse(event.pathParameters?.id)));

export const invite = guarded(async (event) => {
  const { email } = JSON.parse(event.body ?? "{}");
  await users.invite(Email.parse(email));
  return {};
});
