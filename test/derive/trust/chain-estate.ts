import { Chains } from "../../../src/derive/trust/chains/chains.js";
import { assemble } from "../../../src/graph/index.js";
import type { ChainsFact, EstateNode, Json } from "../../../src/model/index.js";

const at = { source: "test", uri: "test.json" };

export const OWN = "111122223333";
export const SECOND = "222233334444";
export const STRANGER = "999988887777";

export const arn = (name: string, account = OWN) => `arn:aws:iam::${account}:${name}`;
export const role = (name: string, account = OWN) => arn(`role/${name}`, account);
export const user = (name: string, account = OWN) => arn(`user/${name}`, account);
export const root = (account = OWN) => arn("root", account);

type Given = readonly [kind: string, id: string, is: Json, over?: Partial<EstateNode>];

export const node = (...[kind, id, is, over = {}]: Given): EstateNode =>
  ({
    ...{ id, kind, type: `aws.${kind}`, label: id, aliases: [], tags: {}, is, native: null, at },
    scope: { provider: "aws", partition: "aws", account: /:iam::(\d{12}):/.exec(id)?.[1] ?? OWN },
    ...over,
  }) as unknown as EstateNode;

export const allow = (Action: Json, Resource: Json = "*", over: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...over,
});
export const deny = (Action: Json, Resource: Json = "*", over: object = {}) => ({
  Effect: "Deny",
  Action,
  Resource,
  ...over,
});
export const document = (...Statement: Json[]): Json => ({ Version: "2012-10-17", Statement });
export const trusted = (Principal: Json, over: object = {}) => ({
  ...{ Effect: "Allow", Action: "sts:AssumeRole", Principal },
  ...over,
});
const held = (statements: readonly Json[]) => ({
  ...{ name: "x", path: "/", attachedPolicies: [], boundary: null, instanceProfiles: [] },
  inlinePolicies: statements.length === 0 ? [] : [{ name: "own", document: document(...statements) }],
});

type RoleGiven = readonly [id: string, trust: readonly Json[], may?: readonly Json[], is?: object];

/** A role by whom it trusts and what it may do. */
export function aRole(...[id, trust, may = [], is = {}]: RoleGiven): EstateNode {
  const name = id.slice(id.lastIndexOf("/") + 1);
  return node("role", id, { ...held(may), trust: document(...trust), name, ...is } as Json);
}

export function aUser(id: string, may: readonly Json[] = [], is: object = {}): EstateNode {
  return node("user", id, { ...held(may), name: id.slice(id.lastIndexOf("/") + 1), ...is } as Json);
}

export const EVERYTHING = allow("*");

export interface Estate {
  readonly nodes: readonly EstateNode[];
  readonly edges?: readonly (readonly [from: string, relation: string, to: string])[];
}

export function chainsOf({ nodes, edges = [] }: Estate) {
  const graph = assemble([
    { nodes: [...nodes], edges: edges.map(([from, relation, to]) => ({ from, relation, to, at })), gaps: [] },
  ]);
  const engine = new Chains(graph);
  return {
    engine,
    fact: (id: string) => engine.fact(id).value as unknown as ChainsFact,
    gaps: (id: string) => engine.fact(id).gaps,
  };
}

/** "user →assumes→ role": a chain as one line, uncertain steps with a question mark. */
export function line(chain: ChainsFact["administrator"]): string | null {
  if (chain === null) return null;
  const short = (name: string) => name.replace(/^arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d{12}:/, "");
  return chain.steps
    .map(
      ({ from, to, how, sure }, index) =>
        `${index === 0 ? short(from.name) : ""} ${how}${sure ? "" : "?"} ${short(to.name)}`,
    )
    .join("")
    .trim();
}

/** Who comes to a role, one line by kind of origin. */
export function comers(estate: Estate, id: string): Record<string, string | null> {
  const { origins } = chainsOf(estate).fact(id);
  return Object.fromEntries(origins.map(({ origin, chain }) => [origin, line(chain)]));
}
