import { Injectable } from "@nestjs/common";
import { execSync } from "child_process";
import { readFileSync } from "fs";

@Injectable()
export class ReportsService {
  read(name: string): string {
    return readFileSync(`/mnt/reports/${name}.txt`, "utf8"); // slguard:expect path-traversal
  }

  render(command: string): string {
    return execSync(command).toString(); // slguard:expect command-injection
  }

  number(id: number, title: string): string {
    execSync(`render --id ${id}`); // slguard:safe
    return title;
  }
}
