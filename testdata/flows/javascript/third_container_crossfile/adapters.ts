import pgPromise from "pg-promise";
import { request } from "undici";
import { Notifier, Repository } from "./ports";

const pgp = pgPromise();
export class PgRepository implements Repository {
  private readonly db;
  constructor(url: string) {
    this.db = pgp(url);
  }
  async save(room: string, guest: string) {
    await this.db.none("INSERT INTO bookings(room) VALUES ($1)", [room]); // slguard:safe
    await this.db.none(`INSERT INTO rooms(name) VALUES ('${room}')`); // slguard:safe
    await this.db.none(`INSERT INTO guests(name) VALUES ('${guest}')`); // slguard:expect sql-injection
  }
}
export class WebhookNotifier implements Notifier {
  async notify(url: string) {
    await request(url, { method: "POST" }); // slguard:expect ssrf
  }
}
