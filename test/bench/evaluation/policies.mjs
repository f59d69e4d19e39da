import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../../../dist/policies/${name}`, import.meta.url));

/** The built-in policies, as `npm run build` compiled them. */
export function compiledPolicies() {
  return {
    wasm: read("policies.wasm"),
    manifest: JSON.parse(read("manifest.json")),
    data: JSON.parse(read("data.json")),
  };
}
