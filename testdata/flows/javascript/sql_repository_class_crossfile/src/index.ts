import { Customers } from "./db/customers";

const customers = new Customers();

export class CustomerApi {
  async find(event: any) {
    const email = event.queryStringParameters?.email;
    return { statusCode: 200, body: JSON.stringify(await customers.byEmail(email)) };
  }

  async get(event: any) {
    return { statusCode: 200, body: JSON.stringify(await customers.byId(event.pathParameters.id)) };
  }
}

const api = new CustomerApi();
export const handler = api.find.bind(api);
export const repairedHandler = api.get.bind(api);
