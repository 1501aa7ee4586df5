const EMAIL = /^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

export class Email {
  private constructor(readonly value: string) {}
  static parse(text: unknown): Email {
    if (typeof text !== "string" || text.length > 254 || !EMAIL.test(text)) throw new DomainError("email");
    return new Email(text.toLowerCase());
  }
  get domain(): string {
    return this.value.slice(this.value.indexOf("@") + 1);
  }
}

export class UserId {
  private constructor(readonly value: string) {}
  static parse(text: unknown): UserId {
    if (typeof text !== "string" || !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)) {
      throw new DomainError("id");
    }
    return new UserId(text);
  }
}

export class DomainError extends Error {
  constructor(readonly field: string) {
    super(`${field} is not valid`);
    this.name = "DomainError";
  }
}

export interface Users {
  find(id: UserId): Promise<{ id: string; email: string } | undefined>;
  invite(email: Email): Promise<void>;
}
