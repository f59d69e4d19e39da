import type { Manifest } from "../model/index.js";

/** Policies as `rego` compiles them. */
export interface CompiledPolicies {
  readonly wasm: Uint8Array;
  readonly manifest: Manifest;
  /** Base documents, among them `params`. */
  readonly data: unknown;
}

/** One entry point of the manifest. */
export type Group = Manifest["entrypoints"][number];
