import axios, { AxiosInstance } from "axios";

export class WebhookClient {
  private readonly http: AxiosInstance;

  constructor(private readonly url: string) {
    this.http = axios.create({ timeout: 2000 });
  }

  async notify(payload: object): Promise<number> {
    const answer = await this.http.post(this.url, payload); // slguard:expect ssrf
    return answer.status;
  }
}
