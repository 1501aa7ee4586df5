import { Notifier, Repository } from "./ports";

export class Service {
  constructor(private repository: Repository, private notifier: Notifier) {}
  async book(input: { room: string; guest: string; callback?: string }) {
    if (!/^[A-Z]-\d{3}$/.test(input.room)) throw new Error("room");
    await this.repository.save(input.room, input.guest);
    if (input.callback) await this.notifier.notify(input.callback);
  }
}
