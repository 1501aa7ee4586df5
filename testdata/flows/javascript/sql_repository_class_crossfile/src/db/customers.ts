import { run, connection } from "./connection";

abstract class Repository<T> {
  protected constructor(protected readonly table: string) {}

  protected where(clause: string): Promise<unknown> {
    return run(`SELECT * FROM ${this.table} WHERE ${clause}`);
  }
}

export class Customers extends Repository<{ id: string }> {
  constructor() {
    super("customers");
  }

  byEmail(email: string) {
    return this.where(`email = '${email}'`);
  }

  byId(id: string) {
    return connection().query("SELECT * FROM customers WHERE id = $1", [id]); // slguard:safe
  }
}
