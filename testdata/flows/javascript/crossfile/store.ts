import { Pool } from "pg";

const pool = new Pool();

abstract class Base {
  protected query(sql: string) {
    return pool.query(sql); // slguard:expect sql-injection
  }
}

export class Store extends Base {
  constructor(private id: string) {
    super();
  }

  async find() {
    return this.query("select * from t where id = '" + this.id + "'");
  }
}
