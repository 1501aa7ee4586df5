export { query, bound } from "./database";
