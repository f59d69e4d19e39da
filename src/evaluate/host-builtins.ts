import { whole } from "./builtins/arguments.js";
import { BUILTINS, type HostBuiltin } from "./builtins/index.js";
import { sprintf } from "./sprintf.js";

/**
 * The built-ins that OPA's WASM library leaves to the host and that give the same answer for the same
 * arguments, written to answer as OPA itself does: `opa test` by hand and Causeway must agree. The
 * compiler refuses all others by name (src/rego/compiler/builtins.go), and stands wrappers in front of
 * those whose values JSON cannot carry (src/rego/compiler/host.rego).
 */
export const HOST_BUILTINS: ReadonlyMap<string, HostBuiltin> = new Map<string, HostBuiltin>([
  [
    "sprintf",
    (format, values) => (Array.isArray(values) ? sprintf(String(format), whole(values)) : undefined),
  ],
  ...BUILTINS,
]);
