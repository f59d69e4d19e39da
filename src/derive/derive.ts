import type { Graph } from "../graph/index.js";
import type { Derived, Fact, Kind } from "../model/index.js";
import type { InternetPrefix } from "./exposure/breadth.js";
import { exposureOf } from "./exposure/exposure.js";

export interface DeriveOptions {
  /** A filter that admits more public addresses than one such block is open to the internet. */
  readonly internet?: InternetPrefix;
}

interface FactRow {
  readonly subjects: readonly Kind[];
  readonly kindsRead: readonly Kind[];
  of(graph: Graph, id: string, options: Required<DeriveOptions>): Fact;
}

/** Larger than what one owner holds: the largest IPv4 blocks of one registrant are /8, IPv6 /16 (RIR statistics). */
const DEFAULTS: Required<DeriveOptions> = { internet: { ipv4: 8, ipv6: 16 } };

const FACT_TABLE: ReadonlyMap<string, FactRow> = new Map([
  [
    "exposure",
    {
      subjects: ["filter"],
      kindsRead: ["rule", "prefix-list", "prefix-set"],
      of: (graph, id, { internet }) => exposureOf(graph, id, internet),
    } satisfies FactRow,
  ],
]);

/** Works facts out when they are asked for: nothing is derived that no policy reads. */
export function derive(graph: Graph, options: DeriveOptions = {}): Derived {
  const settled = { ...DEFAULTS, ...options };
  return {
    kindsRead: (name) => FACT_TABLE.get(name)?.kindsRead ?? [],
    names: (kind) =>
      [...FACT_TABLE].filter(([, { subjects }]) => subjects.includes(kind)).map(([name]) => name),
    fact: (name, id) => {
      const row = FACT_TABLE.get(name);
      if (row === undefined) throw new Error(`there is no derived fact called ${name}`);
      return row.of(graph, id, settled);
    },
  };
}
