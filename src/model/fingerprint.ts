import { hash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";

/** 128 bits of SHA-256 over the canonical JSON of a value, as 32 hex digits. */
export function fingerprint(value: unknown): string {
  return hash("sha256", canonicalJson(value), "hex").slice(0, 32);
}
