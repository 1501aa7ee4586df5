import { Pool } from "pg";

const pool = new Pool();

export async function query(text: string, mode: "open" | "checked") {
  return mode === "open" ? open(text) : checked(text);
}

const open = (text: string) => pool.query(text); // slguard:expect sql-injection

const checked = (text: string) => pool.query(text); // slguard:safe
