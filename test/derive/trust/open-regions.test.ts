import { describe, expect, it } from "vitest";
import { openRegions } from "../../../src/derive/trust/open-regions.js";
import { assemble } from "../../../src/graph/index.js";
import type { EstateNode, Json, OpenRegions } from "../../../src/model/index.js";
import { allow, deny, document, EVERYTHING, node, OWN } from "./chain-estate.js";

const at = { source: "test", uri: "test.json" };
const ACCOUNT = `aws:account:${OWN}`;
const MEMBER = { organization: { id: "o-1", managementAccount: "000000000000", allFeatures: true } };
const outside = (regions: Json, over: object = {}) =>
  deny("*", "*", { Condition: { StringNotEquals: { "aws:RequestedRegion": regions } }, ...over });

interface Told {
  readonly statements?: readonly Json[];
  /** What the policy of Regions is attached to. */
  readonly target?: string;
  readonly account?: Json;
  readonly types?: readonly string[];
  readonly whole?: boolean;
}

/** An account below a unit below the root; everything is allowed on each level. */
function told({ statements = [outside(["eu-central-1"])], target = "r-1", ...rest }: Told = {}) {
  const { account = MEMBER as Json, types = ["SERVICE_CONTROL_POLICY"], whole = true } = rest;
  const policy = (id: string, ...given: Json[]) =>
    node("organization-policy", id, { policyType: "service-control", document: document(...given) } as Json);
  const nodes: EstateNode[] = [
    node("account", ACCOUNT, account, { aliases: [OWN] }),
    node("organizational-unit", "ou-1", { name: "work", root: false }),
    node("organizational-unit", "ou-2", { name: "play", root: false }),
    node("organizational-unit", "r-1", { name: "Root", root: true, policyTypes: [...types] }),
    ...[policy("p-all", EVERYTHING), policy("p-regions", ...statements)],
  ];
  const arrows: [string, string, string][] = [
    [ACCOUNT, "parent", "ou-1"],
    ["ou-2", "parent", "r-1"],
    ...[ACCOUNT, "ou-1", "ou-2", "r-1"].map((to): [string, string, string] => ["p-all", "targets", to]),
    ["p-regions", "targets", target],
    ...(whole ? [["ou-1", "parent", "r-1"] as [string, string, string]] : []),
  ];
  const edges = arrows.map(([from, relation, to]) => ({ from, relation, to, at }));
  const { value, gaps } = openRegions(assemble([{ nodes, edges, gaps: [] }]))(ACCOUNT);
  const { guarded, open, refused } = value as unknown as OpenRegions;
  return { guarded, open: refused.length === 0 ? "all" : open.join(" "), gaps: gaps.length };
}

const GUARDED = { guarded: true, gaps: 0 };

describe("Regions that are open to an account", () => {
  it.each<[string, Told, string]>([
    ["those that a denial at the root leaves", {}, "eu-central-1"],
    ["those that a denial at its unit leaves", { target: "ou-1" }, "eu-central-1"],
    ["all, where another unit is guarded", { target: "ou-2" }, "all"],
    [
      "those that are left where roles are excepted",
      {
        statements: [
          outside(["eu-central-1"], {
            Condition: {
              StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] },
              ArnNotLike: { "aws:PrincipalARN": ["arn:aws:iam::*:role/AWSControlTowerExecution"] },
            },
          }),
        ],
      },
      "eu-central-1 eu-west-1",
    ],
    [
      "those that are left where global services are excepted",
      {
        statements: [
          {
            ...{ Effect: "Deny", NotAction: ["iam:*", "sts:*", "route53:*"], Resource: "*" },
            Condition: { StringNotLike: { "aws:RequestedRegion": "eu-*" } },
          },
        ],
      },
      "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3",
    ],
    [
      "all, where one service alone is denied",
      { statements: [outside("eu-west-1", { Action: "ses:*" })] },
      "all",
    ],
    [
      "all, where the denial asks for more",
      {
        statements: [
          outside([], {
            Condition: {
              StringNotEquals: { "aws:RequestedRegion": "eu-west-1" },
              StringEquals: { "aws:PrincipalTag/team": "guest" },
            },
          }),
        ],
      },
      "all",
    ],
    [
      "all, where an allowance names Regions beside one of everything",
      { statements: [allow("ec2:*")] },
      "all",
    ],
    ["all, where policies are switched off", { types: [] }, "all"],
  ])("are %s", (_, given, open) => {
    expect(told(given)).toEqual({ ...GUARDED, open });
  });

  it("are not told of management accounts, nor outside of organizations", () => {
    const own = { organization: { ...MEMBER.organization, managementAccount: OWN } };
    expect(told({ account: own }).guarded).toBe(false);
    expect(told({ account: {} }).guarded).toBe(false);
  });

  it("are not known where the units above were not told", () => {
    expect(told({ whole: false }).gaps).toBe(1);
  });
});
