import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolution } from "../../src/derive/index.js";
import { assemble } from "../../src/graph/index.js";
import { type Batch, type Gap, gapOf, type Resolved } from "../../src/model/index.js";
import { readBind } from "../../src/sources/bind/index.js";
import { batchesOf, type Told, vpc } from "../derive/reach/estate.js";
import { rule, zone } from "../derive/resolution/cloud.js";

/** Names and values so few that they meet. */
const label = fc.constantFrom("a", "b", "c", "*");
const relative = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join("."));
const plain = relative.map((text) => text.replaceAll("*", "c"));
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(relative, fc.constantFrom("A 10.0.0.1", "A 10.0.0.2", "AAAA fd00::1"))
      .map((parts) => parts.join(" ")),
  },
  { weight: 2, arbitrary: fc.tuple(relative, plain).map(([owner, target]) => `${owner} CNAME ${target}`) },
  { weight: 1, arbitrary: fc.tuple(plain, plain).map(([owner, target]) => `${owner} DNAME ${target}`) },
  { weight: 1, arbitrary: fc.tuple(plain, plain).map(([owner, target]) => `${owner} NS ns.${target}`) },
);
const lines = fc.uniqueArray(line, { maxLength: 10 });
const asked = fc.tuple(relative, fc.constantFrom("A", "AAAA", "CNAME", "TXT"));

const HEAD = "$TTL 300\n@ SOA ns root 1 3600 900 604800 300\n NS ns\n";
const site = {
  ...{
    id: "inventory:site/s",
    kind: "site" as const,
    type: "inventory.site",
    label: "s",
    aliases: ["s"],
    tags: {},
    native: {},
  },
  ...{
    scope: { provider: "on-premises", site: "s" },
    is: { name: "s", cidrs: [] },
    at: { source: "test", uri: "t" },
  },
};

function server(records: readonly string[], more: Readonly<Record<string, readonly string[]>> = {}): Batch {
  const zones: Record<string, readonly string[]> = { "x.test": records, ...more };
  const conf = Object.keys(zones).map((name) => `zone "${name}" { type primary; file "${name}"; };`);
  return readBind({
    ...{ path: "named.conf", text: `options { recursion no; }; ${conf.join(" ")}`, site: "s" },
    open: (name) => ({ path: name, text: `${HEAD}${(zones[name] ?? []).join("\n")}\n` }),
  });
}

/** What is answered, whoever was asked: provenance and order aside. */
function meaning({ status, outcomes }: Resolved): unknown {
  return {
    status,
    outcomes: outcomes.map(({ status: own, given, when }) => [
      ...[own, when],
      given.map(({ name, type, values }) => `${name} ${type} ${[...values].sort().join()}`).sort(),
    ]),
  };
}

function ask(
  batches: readonly Batch[],
  [name, type]: readonly [string, string],
  gaps: readonly Gap[] = [],
): Resolved {
  const graph = assemble([{ nodes: [site], edges: [], gaps: [...gaps] }, ...batches]);
  return resolution(graph, () => "yes").resolve({ name: `${name}.x.test.`, type }, "s");
}

describe("laws of resolution", () => {
  it("the order of records never matters", () => {
    fc.assert(
      fc.property(lines, asked, fc.infiniteStream(fc.nat()), (records, question, order) => {
        const shuffled = [...records]
          .map((text) => ({ text, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ text }) => text);
        expect(meaning(ask([server(shuffled)], question))).toEqual(meaning(ask([server(records)], question)));
      }),
      { numRuns: 300 },
    );
  });

  it("a zone that has nothing to do with a name changes no answer", () => {
    fc.assert(
      fc.property(lines, lines, asked, (records, others, question) => {
        const more = { "y.test": others, "test.x": others, "ax.test": others };
        expect(meaning(ask([server(records, more)], question))).toEqual(
          meaning(ask([server(records)], question)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("what was not seen turns an answer to unknown, and never into its opposite", () => {
    const gap = gapOf({
      ...{ reason: "unparsed", message: "a line", at: { source: "bind", uri: "x.test" } },
      touches: { nodes: ["bind:s#x.test."], relations: ["records"] },
    });
    fc.assert(
      fc.property(lines, asked, (records, question) => {
        expect(ask([server(records)], question, [gap])).toMatchObject({ status: "unknown", gaps: [gap.id] });
      }),
      { numRuns: 100 },
    );
  });

  it("of zones and rules of a network the most specific one answers, whatever else there is", () => {
    const domains = ["test.", "x.test.", "a.x.test.", "b.a.x.test."];
    const some = fc.uniqueArray(fc.constantFrom(...domains), { minLength: 1 });
    fc.assert(
      fc.property(
        some,
        some,
        fc.constantFrom("b.a.x.test", "c.a.x.test", "x.test", "test"),
        (zones, system, name) => {
          const told: Told[] = [
            vpc("vpc-1", "10.0.0.0/16"),
            ...zones.flatMap((each, index) =>
              zone({
                id: `Z${index}`,
                name: each,
                vpcs: ["vpc-1"],
                records: [`*.${each} A 10.0.0.${each.length}`, `${each} A 10.0.0.${each.length}`],
              }),
            ),
            // A rule that keeps a domain at home changes nothing where nothing is forwarded.
            ...system.flatMap((each) =>
              rule({ id: `rslvr-rr-${each}`, domain: each, type: "SYSTEM", vpcs: ["vpc-1"] }),
            ),
          ];
          const best = zones
            .filter((each) => `${name}.` === each || `${name}.`.endsWith(`.${each}`))
            .sort((a, b) => b.length - a.length)[0];
          const { status, outcomes } = resolution(assemble(batchesOf(told))).resolve(
            { name: `${name}.`, type: "A" },
            "vpc-1",
          );
          expect([status, outcomes[0]?.given[0]?.values[0]]).toEqual(
            best === undefined ? ["outside", undefined] : ["answered", `10.0.0.${best.length}`],
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
