import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resolution } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import { readBind } from "../../../src/sources/bind/index.js";
import { ask, freeAddress, loads, MISSING, type Running, start, type Told } from "./named.js";

const FIRST = await freeAddress();
const SECOND = await freeAddress();

/** mulberry32: the same zones in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const LABELS = ["a", "b", "c", "*"] as const;

/** A zone of a few names, of every kind that leads on. */
function drawn(zone: string, zones: readonly string[], seed: number): string {
  const pick = random(seed);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const relative = () => Array.from({ length: 1 + pick(3) }, () => one(LABELS)).join(".");
  const plain = () => relative().replaceAll("*", "c");
  const value = {
    A: () => `10.0.0.${pick(250)}`,
    AAAA: () => `fd00::${(1 + pick(250)).toString(16)}`,
    CNAME: () => (pick(3) === 0 ? `${plain()}.${one(zones)}.` : plain()),
    TXT: () => `"text ${pick(9)}"`,
    MX: () => `10 ${plain()}`,
    NS: () => `ns.${plain()}`,
    DNAME: () => (pick(2) === 0 ? `${plain()}.${one(zones)}.` : plain()),
  };
  const weights = ["A", "A", "A", "AAAA", "CNAME", "CNAME", "TXT", "MX", "NS", "DNAME"] as const;
  const lines = Array.from({ length: 3 + pick(9) }, () => {
    const type = one(weights);
    const owner = type === "NS" || type === "DNAME" ? plain() : relative();
    return `${owner} IN ${type} ${value[type]()}`;
  });
  return [
    "$TTL 1h",
    `@ IN SOA ns.${zone}. root (`,
    "  1 ; serial",
    "  3600 900 604800 300 )",
    "  IN NS ns",
    "ns A 127.0.0.1",
    ...lines,
    "",
  ].join("\n");
}

function options({ address, port }: typeof FIRST, more: string): string {
  return `options {
    directory "."; pid-file none; session-keyfile none; dump-file "dump";
    listen-on port ${port} { ${address}; }; listen-on-v6 { none; };
    dnssec-validation no; empty-zones-enable no; check-integrity no; check-names primary ignore; minimal-responses no;
    ${more}
  };
  controls { };
`;
}

/** How a server is read, and what our engine says of it. */
function ours(servers: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const batches = Object.entries(servers).map(([site, files]) =>
    readBind({
      ...{ path: `${site}/named.conf`, text: files["named.conf"] ?? "", site },
      open: (name) => (files[name] === undefined ? null : { path: `${site}/${name}`, text: files[name] }),
    }),
  );
  const sites = Object.keys(servers).map((site) => ({
    ...{
      id: `inventory:site/${site}`,
      kind: "site" as const,
      type: "inventory.site",
      label: site,
      aliases: [site],
    },
    ...{ scope: { provider: "on-premises", site }, tags: {}, is: { name: site, cidrs: [] }, native: {} },
    at: { source: "test", uri: "test" },
  }));
  const graph = assemble([{ nodes: sites, edges: [], gaps: [] }, ...batches]);
  expect(graph.gaps.map(({ message }) => message)).toEqual([]);
  const engine = resolution(graph, () => "yes");
  return (site: string, question: string): Told => {
    const [name = "", type = ""] = question.split(" ");
    const resolved = engine.resolve({ name, type }, site);
    const answer = resolved.outcomes.flatMap(({ given }) =>
      given.flatMap((each) => each.values.map((value) => `${each.name} ${each.type} ${value.toLowerCase()}`)),
    );
    return { status: resolved.status, answer };
  };
}

const sorted = ({ status, answer }: Told) => ({ status, answer: [...new Set(answer)].sort() });

/** The names that questions are asked for: everything of three labels at most. */
function namesOf(zone: string): string[] {
  const words = ["a", "b", "c", "d", "*"];
  const one = words.map((word) => `${word}.${zone}.`);
  const two = words.flatMap((word) => one.map((rest) => `${word}.${rest}`));
  const three = ["a", "b", "d"].flatMap((word) => two.map((rest) => `${word}.${rest}`));
  return [`${zone}.`, ...one, ...two, ...three];
}

describe.skipIf(MISSING !== undefined)(
  `against BIND${MISSING === undefined ? "" : ` (${MISSING} is not here)`}`,
  () => {
    const candidates = Array.from({ length: 60 }, (_, index) => `z${index}.test`);
    const zones =
      MISSING === undefined
        ? candidates.filter((zone, seed) => loads(zone, drawn(zone, candidates, seed)))
        : [];
    const conf = zones.map((zone) => `zone "${zone}" { type primary; file "${zone}"; };`).join("\n");
    const files = {
      "named.conf": `${options(FIRST, "recursion no;")}${conf}`,
      ...Object.fromEntries(zones.map((zone) => [zone, drawn(zone, candidates, candidates.indexOf(zone))])),
    };
    let server: Running | undefined;
    beforeAll(async () => {
      server = await start(files, FIRST);
    }, 30_000);
    afterAll(async () => server?.stop());

    it("answers what an authoritative server answers, name by name", () => {
      expect(zones.length).toBeGreaterThan(20);
      const engine = ours({ first: files });
      const questions = zones.flatMap((zone) =>
        namesOf(zone).flatMap((name) => ["A", "AAAA", "CNAME", "TXT", "MX"].map((type) => `${name} ${type}`)),
      );
      const theirs = ask(FIRST, questions);
      const differing: unknown[] = [];
      const compared = new Map<string, number>();
      for (const question of questions) {
        const told = theirs.get(question);
        const own = engine("first", question);
        // What never ends has no end to agree on: BIND gives what it gathered.
        if (told === undefined || own.status === "loop" || own.status === "unanswered") continue;
        const [a, b] = [sorted(own), sorted(told)];
        const status =
          b.status === "open"
            ? a.status === "outside" || a.status === "unanswered"
              ? a.status
              : "open"
            : b.status;
        compared.set(a.status, (compared.get(a.status) ?? 0) + 1);
        if (a.status !== status || a.answer.join() !== b.answer.join())
          differing.push({ question, ours: a, named: b });
      }
      expect([...compared.keys()].sort()).toEqual(["answered", "nodata", "nxdomain", "outside"]);
      expect([...compared.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(
        questions.length * 0.95,
      );
      expect(differing.slice(0, 8)).toEqual([]);
      expect(differing.length).toBe(0);
    }, 120_000);
  },
);

describe.skipIf(MISSING !== undefined)("two servers that ask each other", () => {
  const head = (name: string) =>
    `$TTL 1h\n@ SOA ns root 1 3600 900 604800 300\n NS ns.${name}.\nns A 127.0.0.1\n`;
  const files = {
    first: {
      "named.conf": `${options(FIRST, "recursion yes;")}
        zone "corp.test" { type primary; file "corp"; };
        zone "cloud.test" { type forward; forward only; forwarders port ${SECOND.port} { 127.0.0.1; }; };
        zone "lab.corp.test" { type forward; forward only; forwarders { 127.0.0.1 port ${SECOND.port}; }; };
        zone "lost.corp.test" { type forward; forward only; forwarders { 127.0.0.1 port ${SECOND.port}; }; };`,
      corp: `${head("corp.test")}www A 10.0.0.1
db CNAME db.cloud.test.
deep CNAME www.lab
old DNAME cloud.test.
; a delegation makes the forwarding of lab count, and lost has none
lab NS ns.lab
ns.lab A 127.0.0.1
$GENERATE 1-4 host-\${0,3,d} A 10.0.1.$
$ORIGIN sub.corp.test.
a TXT "one \\"two\\"" three
* A 10.0.2.1
b.c A 10.0.2.2
`,
    },
    second: {
      "named.conf": `${options(SECOND, "recursion yes; allow-query { any; };")}
        view "all" { match-clients { any; };
          zone "cloud.test" { type primary; file "cloud"; };
          zone "lab.corp.test" { type primary; file "lab"; };
          zone "lost.corp.test" { type primary; file "lab"; }; };`,
      cloud: `${head("cloud.test")}db A 10.1.0.1\nwww CNAME www.corp.test.\napi AAAA fd00::1\n`,
      lab: "$TTL 1h\n@ SOA ns root 1 3600 900 604800 300\n NS ns\nns A 127.0.0.1\nwww A 10.2.0.1\n",
    },
  };
  const running: Running[] = [];
  beforeAll(async () => {
    running.push(await start(files.first, FIRST), await start(files.second, SECOND));
  }, 60_000);
  afterAll(async () => {
    for (const server of running) await server.stop();
  });

  it("answers what a server answers that holds, forwards and hands on", () => {
    const engine = ours(files);
    const names = [
      ...[
        "corp.test.",
        "www.corp.test.",
        "db.corp.test.",
        "deep.corp.test.",
        "db.old.corp.test.",
        "x.old.corp.test.",
      ],
      ...[
        "db.cloud.test.",
        "api.cloud.test.",
        "gone.cloud.test.",
        "www.lab.corp.test.",
        "gone.lab.corp.test.",
      ],
      ...["www.lost.corp.test.", "host-001.corp.test.", "host-004.corp.test.", "host-005.corp.test."],
      ...[
        "a.sub.corp.test.",
        "x.sub.corp.test.",
        "c.sub.corp.test.",
        "d.c.sub.corp.test.",
        "b.c.sub.corp.test.",
      ],
    ];
    const questions = names.flatMap((name) => ["A", "AAAA", "CNAME"].map((type) => `${name} ${type}`));
    const theirs = ask(FIRST, questions);
    const differing = questions.flatMap((question) => {
      const [a, told] = [sorted(engine("first", question)), theirs.get(question)];
      const b = told === undefined ? undefined : sorted(told);
      return a.status === b?.status && a.answer.join() === b.answer.join()
        ? []
        : [{ question, ours: a, named: b }];
    });
    expect(differing).toEqual([]);
  }, 60_000);
});
