import { Store } from "./store";
import * as shell from "./shell";
import render from "./render";

export const handler = async (event: any) => {
  const store = new Store(event.pathParameters.id);
  await store.find();
  shell.run(event.body);
  return render(event.body);
};
