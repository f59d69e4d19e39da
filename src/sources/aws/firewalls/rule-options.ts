import type { FactsByKind } from "../../../model/index.js";

type Part = NonNullable<FactsByKind["rule"]["connection"]>[number];

/** What the options of a rule say, as far as packets are concerned. */
export interface Options {
  /** Packets of a connection that it looks at; absent: all. */
  readonly connection?: Part[];
  /** Keywords that narrow it and look at more than addresses, ports and the connection. */
  readonly unmodelled: readonly string[];
  readonly sid: string | null;
  readonly message: string | null;
}

/**
 * Keywords that name or sort a rule, and match nothing.
 * https://docs.suricata.io/en/suricata-7.0.8/rules/meta.html
 */
const META = new Set([
  "alert",
  "classtype",
  "gid",
  "metadata",
  "msg",
  "noalert",
  "priority",
  "reference",
  "rev",
  "sid",
  "target",
]);

/** https://docs.suricata.io/en/suricata-7.0.8/rules/flow-keywords.html#flow; null looks at everything. */
const FLOW: ReadonlyMap<string, Part | null> = new Map([
  ["to_server", "to-server"],
  ["from_client", "to-server"],
  ["to_client", "to-client"],
  ["from_server", "to-client"],
  ["established", "established"],
  ["not_established", "not-established"],
  ["stateless", null],
]);

/** @param texts single options, e.g. `flow:to_server, established` */
export function optionsOf(texts: readonly string[]): Options {
  const unmodelled = new Set<string>();
  const connection = new Set<Part>();
  let [sid, message]: (string | null)[] = [null, null];
  for (const text of texts) {
    const [, keyword = "", value = ""] = /^\s*([^\s:]+)\s*(?::\s*([\s\S]*?))?\s*$/.exec(text) ?? [];
    const name = keyword.toLowerCase();
    if (name === "sid") sid = value;
    if (name === "msg") message = unquoted(value);
    if (name === "flow") readFlow(value, { connection, unmodelled });
    else if (name !== "" && !META.has(name)) unmodelled.add(name.slice(0, MOST_NAME));
  }
  return {
    ...(connection.size === 0 ? {} : { connection: [...connection].sort() }),
    unmodelled: [...unmodelled].sort(),
    sid: sid ?? null,
    message: message ?? null,
  };
}

/** Keywords are short; what is longer is none. */
const MOST_NAME = 60;

function readFlow(
  value: string,
  into: { readonly connection: Set<Part>; readonly unmodelled: Set<string> },
): void {
  for (const word of value.split(",")) {
    const name = word.trim().toLowerCase();
    const part = FLOW.get(name);
    if (part === undefined) into.unmodelled.add(`flow:${name.slice(0, MOST_NAME)}`);
    else if (part !== null) into.connection.add(part);
  }
}

function unquoted(text: string): string {
  return text.replace(/^"([\s\S]*)"$/, "$1").replace(/\\(.)/g, "$1");
}
