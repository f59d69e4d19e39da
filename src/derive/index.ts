export { type DeriveOptions, derive } from "./derive.js";
