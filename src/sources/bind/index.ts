export type { MasterFile } from "./master-file.js";
export { readBind } from "./normalize.js";
export { isBindConfig } from "./recognize.js";
