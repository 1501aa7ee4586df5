import axios, { AxiosInstance } from "axios";
import got from "got";
import { request } from "undici";
import https from "https";

class Weather {
  private readonly http: AxiosInstance;
  constructor(base: string) {
    this.http = axios.create({ baseURL: base, timeout: 1000 });
  }
  async city(name: string) {
    return (await this.http.get("/city", { params: { name } })).data; // slguard:safe
  }
  async any(target: string) {
    return (await this.http.get(target)).data; // slguard:expect ssrf
  }
}

export const handler = async (event: any) => {
  const weather = new Weather("https://weather.example.com");
  await weather.city(event.queryStringParameters.city);
  await weather.any(event.queryStringParameters.target);
  const tenant = event.pathParameters.tenant;
  await got.post(`https://${tenant}.example.com/hook`); // slguard:expect ssrf
  await request("https://api.example.com/items?q=" + event.queryStringParameters.q); // slguard:safe
  https.request(new URL("/v1", event.headers["x-upstream"])); // slguard:expect ssrf
  if (/^[a-z0-9]+$/.test(tenant)) {
    await got(`https://${tenant}.example.com/`); // slguard:safe
  }
};
