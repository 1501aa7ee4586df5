import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import type { CreateCat } from "./cats.controller";

@Injectable()
export class CatsService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async find(name: string) {
    return this.source.query(`SELECT * FROM cats WHERE name = '${name}'`); // slguard:expect sql-injection
  }

  byAge = async (age: number) => this.source.query("SELECT * FROM cats WHERE age = " + age); // slguard:safe

  async create(cat: CreateCat) {
    await this.source.query("INSERT INTO cats (name) VALUES ('" + cat.name + "')"); // slguard:expect sql-injection
    await this.source.query("INSERT INTO cats (name, breed) VALUES (?, ?)", [cat.name, cat.breed]); // slguard:safe
  }
}
