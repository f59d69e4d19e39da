export type { CompiledPolicies } from "./compiled.js";
export { explainDocument } from "./explain.js";
export { evaluateOnce } from "./runtime.js";
export { type ScanOptions, scan } from "./scan.js";
