import { execSync } from "node:child_process";

class Command {
  static readonly PREFIX = "run";
  static #count = 0;
  #parts: string[] = [];
  protected target?: string;

  constructor(first?: string) {
    if (first) this.#parts.push(first);
    Command.#count++;
  }
  with(part: string): this {
    this.#parts.push(part);
    return this;
  }
  get line(): string {
    return `${Command.PREFIX} ${this.#parts.join(" ")}`;
  }
  set to(value: string) {
    this.target = value;
  }
  run() {
    return execSync(this.line); // slguard:expect command-injection
  }
  static get count() {
    return Command.#count;
  }
}

class Remote extends Command {
  override run() {
    return execSync(`ssh ${this.target} uptime`); // slguard:expect command-injection
  }
}

class Quiet extends Command {
  override run() {
    execSync(`${Command.PREFIX} --quiet ${Command.count}`); // slguard:safe
    return Buffer.alloc(0);
  }
}

export const handler = async (event: any) => {
  new Command().with("-v").with(event.queryStringParameters.a).run();
  const remote = new Remote();
  remote.to = event.queryStringParameters.host;
  remote.run();
  new Quiet(event.queryStringParameters.a).run();
};

const Loud = <T extends new (...args: any[]) => { text(): string }>(Base: T) =>
  class extends Base {
    shout() {
      execSync(`say ${this.text()}`); // slguard:expect command-injection
    }
  };
class Plain {
  constructor(private readonly value: string) {}
  text() {
    return this.value;
  }
}
class Fixed {
  text() {
    return "fixed";
  }
}
const LoudPlain = Loud(Plain);

export const mixins = async (event: any) => {
  new LoudPlain(event.queryStringParameters.text).shout();
  execSync(`say ${new Fixed().text()}`); // slguard:safe
};

interface Step {
  run(input: string): string;
}
const steps: Step[] = [{ run: (input) => input.trim() }, new (class implements Step { run(input: string) { return `<${input}>`; } })()];
export const chain = async (event: any) => {
  const out = steps.reduce((value, step) => step.run(value), event.body as string);
  execSync(`log ${out}`); // slguard:expect command-injection
  const state = { current: "" };
  const machine = { set(value: string) { state.current = value; return this; }, get() { return state.current; } };
  execSync(`a ${machine.set(event.body).get()}`); // slguard:expect command-injection
  machine.set("fixed");
  execSync(`b ${machine.get()}`); // slguard:safe
};

class Memo {
  private static instance?: Memo;
  private readonly cache = new Map<string, Promise<string>>();
  static get(): Memo {
    return (this.instance ??= new Memo());
  }
  load(key: string, make: () => Promise<string>) {
    if (!this.cache.has(key)) this.cache.set(key, make());
    return this.cache.get(key)!;
  }
}
export const memo = async (event: any) => {
  const value = await Memo.get().load("one", async () => event.body);
  execSync(`c ${value}`); // slguard:expect command-injection
};
