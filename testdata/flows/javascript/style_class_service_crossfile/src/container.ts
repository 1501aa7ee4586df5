import { ImportService, Importer } from "./importer";

export class Container {
  private static importer?: Importer;

  static get importService(): Importer {
    return (Container.importer ??= new ImportService(process.env.TARGET ?? "/tmp"));
  }
}
