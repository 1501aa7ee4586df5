import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";

export interface Call<B> {
  body: B;
  path: Record<string, string>;
  query: URLSearchParams;
}

export type Endpoint<B> = (call: Call<B>, context: Context) => Promise<unknown>;

export const endpoint =
  <B = unknown>(fn: Endpoint<B>, options: { status?: number } = {}) =>
  async (event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> => {
    const call: Call<B> = {
      body: event.body ? JSON.parse(event.body) : undefined,
      path: (event.pathParameters ?? {}) as Record<string, string>,
      query: new URLSearchParams(event.rawQueryString),
    };
    const result = await fn(call, context);
    return { statusCode: options.status ?? 200, body: JSON.stringify(result) };
  };
