import type { ChainRefusal, RuleEdit } from "../../model/index.js";

type ChainEdit = Extract<RuleEdit, { kind: "chain-rule" }>;

/** A name that nft reads as one word and nothing else; it has no way to quote others. */
const NAME = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const FAMILIES: ReadonlySet<string> = new Set(["ip", "ip6", "inet"]);

/** Commands of nft(8), before the rule that admits; undefined where a name cannot be written in one. */
export function chainCommands({
  family,
  table,
  chain,
  handle,
  refuses,
  direction,
}: ChainEdit): string[] | undefined {
  if (!FAMILIES.has(family) || !NAME.test(table) || !NAME.test(chain)) return undefined;
  const where = `${family} ${table} ${chain}`;
  const head = handle === null ? `add rule ${where}` : `insert rule ${where} handle ${handle}`;
  return refuses.map(
    (refusal) => `nft '${[head, ...matchOf(refusal, { family, direction }), "drop"].join(" ")}'`,
  );
}

interface At {
  readonly family: string;
  readonly direction: "ingress" | "egress";
}

function matchOf(refusal: ChainRefusal, { family, direction }: At): string[] {
  const { cidrs, protocol } = refusal;
  const four = refusal.family === "ipv4";
  const side = direction === "ingress" ? "saddr" : "daddr";
  const far =
    cidrs !== null
      ? [`${four ? "ip" : "ip6"} ${side} ${setText(cidrs)}`]
      : family === "inet"
        ? [`meta nfproto ${refusal.family}`]
        : [];
  return [...far, ...(protocol === null ? [] : serviceOf(refusal, protocol))];
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [6, "tcp"],
  [17, "udp"],
]);

function serviceOf({ ports, icmp }: ChainRefusal, protocol: number): string[] {
  if (icmp !== null) {
    const name = protocol === 1 ? "icmp" : "icmpv6";
    return [`${name} type ${icmp.type}`, ...(icmp.code === null ? [] : [`${name} code ${icmp.code}`])];
  }
  const name = NAMES.get(protocol);
  if (name === undefined || ports === null) return [`meta l4proto ${name ?? protocol}`];
  return [
    `${name} dport ${setText(ports.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)))}`,
  ];
}

function setText(items: readonly string[]): string {
  const [only, ...more] = items;
  return only !== undefined && more.length === 0 ? only : `{ ${items.join(", ")} }`;
}
