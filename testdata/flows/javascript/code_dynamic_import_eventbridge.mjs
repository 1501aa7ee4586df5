// slguard:trigger EVENTBRIDGE
import { Script } from "node:vm";

const handlers = new Map([["created", () => import("./created.mjs")]]);

export const handler = async (event) => {
  const module = await import(`./${event.detail.module}.mjs`); // slguard:expect code-injection
  const script = new Script(event.detail.condition); // slguard:expect code-injection
  return module.default(script.runInThisContext());
};

export const repairedHandler = async (event) => {
  const load = handlers.get(event.detail.kind);
  if (!load) throw new Error("unknown kind");
  const module = await load();
  const script = new Script("1 + 1"); // slguard:safe
  return module.default(script.runInThisContext());
};
