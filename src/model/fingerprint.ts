import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";

/** 128 bits of SHA-256 over the canonical JSON of a value, as 32 hex digits. */
export function fingerprint(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex").slice(0, 32);
}
