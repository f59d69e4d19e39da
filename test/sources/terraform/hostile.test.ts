import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, dumpGraph } from "../../../src/graph/index.js";
import { InputError } from "../../../src/model/index.js";
import { translatePlan } from "../../../src/sources/terraform/index.js";
import { estate } from "./plans.js";

const TYPES = [
  "aws_vpc",
  "aws_vpc_ipv4_cidr_block_association",
  "aws_subnet",
  "aws_security_group",
  "aws_default_security_group",
  "aws_security_group_rule",
  "aws_vpc_security_group_ingress_rule",
  "aws_network_acl",
  "aws_default_network_acl",
  "aws_network_acl_rule",
  "aws_network_acl_association",
  "aws_instance",
];
const NAMES = [
  "id",
  "vpc_id",
  "cidr_block",
  "ingress",
  "egress",
  "security_group_id",
  "network_acl_id",
  "subnet_ids",
  "protocol",
  "from_port",
  "cidr_blocks",
  "tags",
  "type",
  "arn",
  "__proto__",
];
const value = fc.oneof(
  fc.constantFrom("vpc-1", "sg-1", "10.0.0.0/8", "tcp", "-1", 22, true, null, "é\u202e"),
  fc.jsonValue({ maxDepth: 3 }),
);
const values = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), value))
  .map((members) => Object.fromEntries(members));
const reference = fc.constantFrom(
  "aws_vpc.r",
  "aws_vpc.r.id",
  "each.key",
  "var.x",
  "local.y",
  "module.m.o",
  "module.m",
  "aws_security_group.r[0].id",
  "each.value.id",
  "[",
  "aws_vpc.",
);
const expressions = fc
  .array(
    fc.tuple(
      fc.constantFrom(...NAMES),
      fc.oneof(
        fc.array(reference).map((references) => ({ references })),
        value,
      ),
    ),
  )
  .map((members) => Object.fromEntries(members));
const change = fc.record({
  type: fc.constantFrom(...TYPES),
  actions: fc.constantFrom(
    ["create"],
    ["update"],
    ["delete"],
    ["delete", "create"],
    ["no-op"],
    ["read"],
    [],
    ["forget"],
  ),
  before: fc.oneof(fc.constant(null), values),
  after: fc.oneof(fc.constant(null), values),
  after_unknown: fc.oneof(values, value),
  after_sensitive: fc.oneof(values, value),
  expressions,
});

type Drawn = typeof change extends fc.Arbitrary<infer T> ? T : never;

function planOf(changes: readonly Drawn[]): string {
  const resources = changes.map(({ type, expressions: own }, index) => ({
    address: `${type}.r${index || ""}`,
    type,
    name: `r${index || ""}`,
    expressions: own,
  }));
  const module_calls = {
    m: {
      expressions: { x: { references: ["var.x"] } },
      module: {
        outputs: { o: { expression: { references: ["module.m.o", "aws_vpc.r"] } } },
        module_calls: {},
      },
    },
  };
  return JSON.stringify({
    format_version: "1.2",
    resource_changes: changes.map(({ type, expressions: _own, ...rest }, index) => ({
      address: `${type}.r${index || ""}`,
      mode: "managed",
      type,
      name: `r${index || ""}`,
      change: rest,
    })),
    configuration: { root_module: { resources, module_calls } },
  });
}

describe("a plan that cannot be trusted", () => {
  it("never breaks the translation, whatever its values and references are, and always lays over an estate", () => {
    const running = estate();
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const laid = applyChanges(running, translatePlan({ text: planOf(changes), path: "plan.json" }));
        dumpGraph(laid);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  const cases: readonly (readonly [what: string, text: string, message: string, line: number | undefined])[] =
    [
      ["text", "Terraform will perform the following actions:", "not JSON", 1],
      ["a plan that breaks off", '{\n "format_version": "1.2",\n "resource_changes": [\n', "not JSON", 4],
      ["nesting without end", `{"format_version": ${"[".repeat(50_000)}`, "nests too deeply", undefined],
      [
        "a state file",
        '{"version":4,"terraform_version":"1.11.4","lineage":"x","resources":[]}',
        "a state, not a plan",
        undefined,
      ],
      [
        "a state shown as JSON",
        '{"format_version":"1.0","values":{"root_module":{}}}',
        "a state shown as JSON",
        undefined,
      ],
      [
        "a plan without its changes",
        '{"format_version":"1.2","planned_values":{"root_module":{"resources":[{}]}}}',
        "no resource_changes",
        undefined,
      ],
      [
        "a plan of another format",
        '{"format_version":"2.0","resource_changes":[]}',
        "format version 2.0",
        undefined,
      ],
      [
        "a change that is none",
        '{"format_version":"1.2","resource_changes":[{"address":1}]}',
        "resource_changes[0]",
        undefined,
      ],
    ];

  for (const [what, text, message, line] of cases) {
    it(`is refused with what to do: ${what}`, () => {
      let caught: unknown;
      try {
        translatePlan({ text, path: "plan.json" });
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(InputError);
      const { place, next, message: told } = caught as InputError;
      expect(told).toContain(message);
      expect(next).not.toBe("");
      if (line !== undefined) expect(place.line).toBe(line);
    });
  }

  it("may be empty: then nothing changes", () => {
    expect(
      translatePlan({ text: '{"format_version":"1.2","planned_values":{"root_module":{}}}', path: "p" }),
    ).toEqual([]);
  });
});
