export { blindedBy } from "./blinded.js";
export type { CompiledPolicies } from "./compiled.js";
export { evaluateOnce } from "./evaluate-once.js";
export { explainDocument } from "./explain.js";
export { frameworkResults } from "./frameworks.js";
export { Recruits } from "./recruits.js";
export { type ScanOptions, scan } from "./scan.js";
export { documentSchema } from "./schemas/document-schema.js";
export { serveShard, type Wiring } from "./serve-shard.js";
