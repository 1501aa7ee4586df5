import { writeFileSync } from "fs";
import { join } from "path";

export interface Importer {
  import(name: string, content: string): void;
  importSafely(name: string, content: string): void;
}

export class ImportService implements Importer {
  constructor(private readonly folder: string) {}

  import(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content); // slguard:expect path-traversal
  }

  importSafely(name: string, content: string): void {
    const clean = name.replace(/[^a-zA-Z0-9_-]/g, "");
    writeFileSync(join(this.folder, clean + ".csv"), content); // slguard:safe
  }
}
