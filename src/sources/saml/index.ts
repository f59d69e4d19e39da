export { isSamlMetadata, readSamlMetadata } from "./read.js";
