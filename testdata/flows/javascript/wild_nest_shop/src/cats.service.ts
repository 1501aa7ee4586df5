import { Injectable } from "@nestjs/common";
import { InjectRepository } from "@nestjs/typeorm";
import { Repository } from "typeorm";
import { FindCatsDto } from "./cats.dto";

@Injectable()
export class CatsService {
  constructor(@InjectRepository(Object) private readonly repository: Repository<any>) {}

  async find(dto: FindCatsDto) {
    await this.repository.query(`SELECT * FROM cats WHERE id = '${dto.id}'`); // slguard:safe
    await this.repository.query(`SELECT * FROM cats ORDER BY age ${dto.order}`); // slguard:safe
    await this.repository.query(`SELECT * FROM cats WHERE age = ${dto.age}`); // slguard:safe
    await this.repository.query(`SELECT * FROM cats WHERE breed = '${dto.breed}'`); // slguard:safe
    await this.repository.query(`SELECT * FROM cats WHERE color = '${dto.color}'`); // slguard:expect sql-injection
    await this.repository.query(`SELECT * FROM cats WHERE name = '${dto.name}'`); // slguard:expect sql-injection
    return this.repository.createQueryBuilder("c").where("c.name = :name", { name: dto.name }).getMany(); // slguard:safe
  }

  async one(id: number, tag: string) {
    await this.repository.query("SELECT * FROM cats WHERE id = " + id); // slguard:safe
    return this.repository.createQueryBuilder("c").where(`c.tag = '${tag}'`).getOne(); // slguard:expect sql-injection
  }
}
