import { describe, expect, it } from "vitest";
import { WHOLE } from "../../../src/cli/estate.js";
import { derive, reachability } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import { type Batch, gapOf, type Segmentation, type Zones } from "../../../src/model/index.js";
import { acl, batchesOf, card, group, subnet, type Told, table, vpc } from "./estate.js";

/** Two subnets, web and databases; what the group of the databases admits is given. */
function estate(rules: readonly string[]): Told[] {
  return [
    vpc("vpc-1", "10.0.0.0/16"),
    ...["web", "db"].flatMap((name, index) => [
      subnet({ id: `subnet-${name}`, vpc: "vpc-1", cidr: `10.0.${index}.0/24` }),
      acl({ id: `acl-${name}`, vpc: "vpc-1", subnets: [`subnet-${name}`] }),
      table({ id: `rtb-${name}`, vpc: "vpc-1", subnets: [`subnet-${name}`], routes: ["10.0.0.0/16 local"] }),
    ]),
    group("sg-web", "vpc-1", { in: ["tcp 443 0.0.0.0/0"] }),
    group("sg-db", "vpc-1", { in: rules }),
    ...[10, 11, 12].map((host) =>
      card({
        id: `eni-web-${host}`,
        vpc: "vpc-1",
        subnet: "subnet-web",
        ip: `10.0.0.${host}`,
        groups: ["sg-web"],
      }),
    ),
    card({ id: "eni-db", vpc: "vpc-1", subnet: "subnet-db", ip: "10.0.1.10", groups: ["sg-db"] }),
  ];
}

const ZONES: Zones = {
  zones: { web: [{ id: "subnet-web" }], databases: [{ cidr: "10.0.1.0/24" }] },
  services: { postgres: { protocol: "tcp", port: 5432 }, ssh: { protocol: "tcp", port: 22 } },
  allowed: [{ from: "web", to: "databases", services: ["postgres"] }],
};

function fact(
  answers: readonly Told[],
  { zones, more = [] }: { zones?: Zones; more?: readonly Batch[] } = {},
) {
  const graph = assemble([WHOLE, ...batchesOf(answers), ...more]);
  const { value, gaps } = derive(graph, zones === undefined ? {} : { zones }).fact(
    "segmentation",
    "causeway:estate",
  );
  return { value: value as Segmentation, gaps, graph };
}

describe("segmentation", () => {
  it("names each forbidden cell that has a way, with the way and the rule", () => {
    const { value, gaps } = fact(estate(["tcp 22 10.0.0.0/16", "tcp 5432 sg-web"]), { zones: ZONES });
    expect(value).toMatchObject({ declared: true, forbidden: 3 });
    expect(value.open.map(({ from, to, service }) => `${from} ${to} ${service}`)).toEqual([
      "web databases ssh",
    ]);
    const [way] = value.open;
    expect(way?.cause.label).toContain("tcp 22");
    expect(way?.source).toContain("and 2 more like it");
    expect(way?.trace.at(-1)?.says).toContain("arrives at");
    expect(gaps).toEqual([]);
  });

  it("says nothing of what is allowed, and nothing where only that passes", () => {
    const { value, gaps } = fact(estate(["tcp 5432 sg-web"]), { zones: ZONES });
    expect(value).toEqual({ declared: true, forbidden: 3, open: [] });
    expect(gaps).toEqual([]);
  });

  it("is undeclared without zones, and without what may pass between them", () => {
    expect(fact(estate([])).value).toEqual({ declared: false, forbidden: 0, open: [] });
    const { allowed: _, ...zones } = ZONES;
    expect(fact(estate(["tcp 22 0.0.0.0/0"]), { zones }).value.declared).toBe(false);
  });

  it("has a gap where a cell is not certain, and one of its own where a zone means nothing", () => {
    const denied = gapOf({
      reason: "denied",
      message: "rules were not shown",
      at: { source: "aws", uri: "x.json" },
      touches: { kinds: ["rule"], account: "111122223333" },
    });
    const more = [{ nodes: [], edges: [], gaps: [denied] }];
    expect(fact(estate([]), { zones: ZONES, more }).gaps).toEqual([denied]);
    const lost = { ...ZONES, zones: { ...ZONES.zones, databases: [{ tag: "zone=gone" }] } };
    const { value, gaps } = fact(estate([]), { zones: lost });
    expect(value.open).toEqual([]);
    expect(gaps[0]?.message).toContain("carries the tag zone=gone");
  });

  it("gives the verdicts of the matrix", () => {
    const { graph } = fact(estate(["tcp 22 10.0.0.0/16", "tcp 5432 sg-web"]));
    const cells = reachability(graph).matrix(ZONES);
    expect(
      cells.map(({ from, service, verdict, allowed }) => `${from} ${service} ${verdict} ${allowed}`),
    ).toEqual([
      "web postgres reaches true",
      "web ssh reaches false",
      "databases postgres filtered false",
      "databases ssh filtered false",
    ]);
  });

  it("keeps apart by groups and routes without walking, as walking would", () => {
    const apart = [
      ...estate(["tcp 5432 sg-web"]),
      vpc("vpc-2", "10.2.0.0/16"),
      subnet({ id: "subnet-far", vpc: "vpc-2", cidr: "10.2.0.0/24" }),
      card({ id: "eni-far", vpc: "vpc-2", subnet: "subnet-far", ip: "10.2.0.10", groups: [] }),
    ];
    const zones: Zones = {
      zones: { all: [{ cidr: "10.0.0.0/15" }, { cidr: "10.2.0.0/16" }], database: [{ id: "eni-db" }] },
      services: { postgres: { protocol: "tcp", port: 5432 }, ssh: { protocol: "tcp", port: 22 } },
      allowed: [],
    };
    const { value } = fact(apart, { zones });
    expect(
      value.open.map(({ from, service, source }) => `${from} ${service} ${source.split(" ")[0]}`),
    ).toEqual(["all postgres eni-web-10"]);
  });
});
