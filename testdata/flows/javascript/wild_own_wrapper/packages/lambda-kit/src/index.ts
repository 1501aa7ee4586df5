export * from "./http";
export { assertSlug, isSortKey } from "./checks";
export * as text from "./text";
