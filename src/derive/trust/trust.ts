import type { Graph } from "../../graph/index.js";
import {
  canonicalJson,
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Json,
  type TrustFact,
  type TrustWay,
} from "../../model/index.js";
import { type PolicyDocument, readDocument } from "./document.js";
import { issuerOf } from "./issuers.js";
import { summaryOf } from "./key-summary.js";
import { listsAction } from "./listed-actions.js";
import { Neighbours } from "./neighbours.js";
import { covers, type Party, partyOf } from "./party.js";
import { type Way, waysInto } from "./ways.js";

/** What a trust policy says wherever it stands. */
interface Reading {
  readonly document: PolicyDocument;
  readonly ways: readonly Omit<TrustWay, "party">[];
  readonly parties: readonly Party[];
}

const MOST_REMEMBERED = 10_000;

/**
 * The fact `trust` of roles: who may become one by its own trust policy, statement by statement, exactly: denials
 * taken off, conditions read as sets of values. What identity policies of the other side still have to allow is not
 * in it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function trusts(graph: Graph): (id: string) => Fact {
  const neighbours = new Neighbours(graph);
  // Most roles of an organization are copies of a few.
  const readings = new Map<string, Reading>();
  return (id) => {
    const role = graph.node(id) as EstateNode<"role"> | undefined;
    const trust = role?.kind === "role" ? role.is.trust : undefined;
    // The source told of what it could not read.
    if (role === undefined || trust === undefined || trust === null) return { value: { ways: [] }, gaps: [] };
    const key = canonicalJson(trust as Json);
    const reading = readings.get(key) ?? readingOf(trust as Json);
    if (readings.size < MOST_REMEMBERED) readings.set(key, reading);
    const ways = reading.ways.map((way, index) => ({
      ...way,
      party: neighbours.told(reading.parties[index] as Party, role),
    }));
    const value: TrustFact = { ways };
    return { value: value as unknown as Json, gaps: gapsOf(role, reading.document) };
  };
}

function readingOf(trust: Json): Reading {
  const document = readDocument(trust);
  const ways = waysInto(document);
  return {
    document,
    ways: ways.map((way) => told(way, document)),
    parties: ways.map(({ party }) => party),
  };
}

function told(way: Way, document: PolicyDocument): Omit<TrustWay, "party"> {
  const { statement, action, keys, except, exact } = way;
  const sorted = [...keys].sort(([a], [b]) => (a < b ? -1 : 1));
  const stated = new Set(sorted.flatMap(([, admitted]) => admitted.stated));
  return {
    statement: statement.index,
    sid: statement.sid,
    call: action.slice("sts:".length) as TrustWay["call"],
    except: except.map(({ name }) => name).sort(),
    keys: Object.fromEntries(sorted.map(([key, admitted]) => [key, copied(summaryOf(admitted))])),
    conditions: [...stated].map(({ operator, key, values }) => ({ operator, key, values: [...values] })),
    issuer: issuerOfWay(way),
    tagsSession: allows(document, way, "sts:TagSession"),
    setsSource: allows(document, way, "sts:SetSourceIdentity"),
    exact,
  };
}

function copied({ values, ...rest }: ReturnType<typeof summaryOf>): TrustWay["keys"][string] {
  return { ...rest, values: values === null ? null : [...values] };
}

/** Of an OIDC provider the name in its ARN, which is also the prefix of its keys. */
function issuerOfWay({ party, keys }: Way): TrustWay["issuer"] {
  if (party.type !== "oidc" && party.type !== "web-identity") return null;
  const name = party.type === "oidc" ? party.name.slice(party.name.indexOf("/") + 1) : party.name;
  return issuerOf(name, keys);
}

/** Whether some statement lets the same party do something beside. */
function allows({ statements }: PolicyDocument, { party }: Way, action: string): boolean {
  return statements.some(
    ({ effect, actions, named }) =>
      effect === "Allow" &&
      listsAction(actions, action) &&
      named?.principals.some(({ kind, name }) => covers(partyOf(kind, name), party) === true) !== named?.not,
  );
}

function gapsOf(role: EstateNode<"role">, { problems }: PolicyDocument): Gap[] {
  return problems.map((problem) =>
    gapOf({
      reason: "unparsed",
      message: `Who may become ${role.label} cannot be told in full: ${problem}`,
      at: role.at,
      touches: { nodes: [role.id] },
    }),
  );
}
