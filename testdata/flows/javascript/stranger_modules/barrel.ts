export * from "./run";
export { default } from "./main";
export * as helpers from "./helpers";
