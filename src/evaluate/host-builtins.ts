import { parse } from "yaml";
import { sprintf } from "./sprintf.js";

/** A built-in function that the WASM asks of its host; undefined is Rego's undefined. */
export type HostBuiltin = (...args: readonly unknown[]) => unknown;

/**
 * The built-ins that OPA's WASM library leaves to the host and that give the same answer for the same
 * arguments, written to answer as OPA itself does: `opa test` by hand and Causeway must agree. The
 * compiler refuses all others by name (src/rego/compiler/builtins.go).
 */
export const HOST_BUILTINS: ReadonlyMap<string, HostBuiltin> = new Map<string, HostBuiltin>([
  ["sprintf", (format, values) => (Array.isArray(values) ? sprintf(String(format), values) : undefined)],
  ["yaml.is_valid", (text) => typeof text === "string" && parsed(text).ok],
  ["yaml.unmarshal", (text) => (typeof text === "string" ? parsed(text).value : undefined)],
]);

function parsed(text: string): { ok: boolean; value?: unknown } {
  try {
    return { ok: true, value: parse(text, { logLevel: "silent", maxAliasCount: 20 }) };
  } catch {
    // Rego: a call that fails is undefined; yaml.is_valid says false.
    return { ok: false };
  }
}
