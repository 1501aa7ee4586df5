export * as media from "./media";
