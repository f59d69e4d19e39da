export { compilePolicies } from "./compile-policies.js";
export { shutdownCompiler } from "./compiler.js";
export { RESERVED_WORDS } from "./reserved-words.js";
export { testPolicies } from "./test-policies.js";
export type { Compiled, PolicyModule } from "./types.js";
