// A listing of one chain with very many rules, as `nft -j list ruleset` prints it. Deterministic.

/** mulberry32: small, seeded, good enough to scatter addresses. */
function randomOf(seed) {
  let a = seed >>> 0;
  return (limit) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

const payload = (protocol, field) => ({ payload: { protocol, field } });
const match = (left, right) => ({ match: { op: "==", left, right } });
const block = ({ addr, len }) => (len === 32 ? addr : { prefix: { addr, len } });

/**
 * Rules between random blocks and ports, one in ten refuses. Every eighth is a narrower copy of an earlier one,
 * which therefore never decides: `shadowed` are the handles of these.
 */
export function listingOf(count) {
  const random = randomOf(count);
  const cidr = () => {
    const len = [16, 20, 24, 24, 28, 32][random(6)];
    const value = ((10 << 24) | (random(256) << 16) | (random(256) << 8) | random(256)) >>> 0;
    const base = (value & (len === 0 ? 0 : -1 << (32 - len))) >>> 0;
    return { addr: [24, 16, 8, 0].map((shift) => (base >>> shift) & 255).join("."), len };
  };
  const made = [];
  const shadowed = [];
  for (let number = 0; number < count; number++) {
    const handle = number + 10;
    const copied = number % 8 === 7 ? made[random(made.length)] : undefined;
    const from = random(60_000) + 1;
    const rule =
      copied === undefined
        ? {
            source: cidr(),
            target: cidr(),
            from,
            to: from + random(40),
            verdict: random(10) === 0 ? "drop" : "accept",
          }
        : { ...copied, source: { addr: copied.source.addr, len: 32 }, to: copied.from };
    if (copied !== undefined) shadowed.push(handle);
    made.push(rule);
  }
  const nftables = [
    { metainfo: { version: "1.0.9", json_schema_version: 1 } },
    { table: { family: "inet", name: "edge", handle: 1 } },
    {
      chain: {
        ...{ family: "inet", table: "edge", name: "input", handle: 2 },
        ...{ type: "filter", hook: "input", prio: 0, policy: "drop" },
      },
    },
    ...made.map(({ source, target, from, to, verdict }, number) => ({
      rule: {
        ...{ family: "inet", table: "edge", chain: "input", handle: number + 10 },
        expr: [
          match(payload("ip", "saddr"), block(source)),
          match(payload("ip", "daddr"), block(target)),
          match(payload("tcp", "dport"), from === to ? from : { range: [from, to] }),
          { [verdict]: null },
        ],
      },
    })),
  ];
  return { text: JSON.stringify({ nftables }), shadowed };
}
