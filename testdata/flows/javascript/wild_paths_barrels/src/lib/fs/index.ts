export { default as store, Store } from "./store";
export { safeName as cleanName } from "./names";
