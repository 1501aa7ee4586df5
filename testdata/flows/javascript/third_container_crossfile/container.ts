import { Notifier, Repository } from "./ports";
import { PgRepository, WebhookNotifier } from "./adapters";
import { Service } from "./service";

// Getters that ask other getters of the same object, one of them behind.
export const container = {
  get service() {
    return new Service(this.repository, this.notifier);
  },
  get repository(): Repository {
    return new PgRepository(process.env.DATABASE_URL!);
  },
  get notifier(): Notifier {
    return new WebhookNotifier();
  },
};
