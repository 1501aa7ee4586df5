import { Signer } from "@aws-sdk/rds-signer";

export interface Config {
  host: string;
  port: number;
  password: string;
}

export async function config(): Promise<Config> {
  const signer = new Signer({ hostname: process.env.DB_HOST!, port: 5432, username: "app" });
  return { host: process.env.DB_HOST!, port: 5432, password: await signer.getAuthToken() };
}
