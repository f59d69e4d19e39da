import { type Admitted, both, FREE, isPossible, refused, required } from "./admitted.js";
import type { PolicyDocument, Statement } from "./document.js";
import { listsAction } from "./listed-actions.js";
import { covers, meets, type Party, type PartyType, partyOf } from "./party.js";

/** One way into a role: whom a statement lets in, by which call, under which conditions. */
export interface Way {
  readonly statement: Statement;
  readonly action: string;
  readonly party: Party;
  /** Who of them is kept out. */
  readonly except: readonly Party[];
  /** What the request must hold, by key in lower case. */
  readonly keys: ReadonlyMap<string, Admitted>;
  /** False: a statement that denies takes more from it than is told. */
  readonly exact: boolean;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
const CALLS: Readonly<Partial<Record<PartyType, readonly string[]>>> = {
  anyone: ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
  saml: ["sts:AssumeRoleWithSAML"],
  oidc: ["sts:AssumeRoleWithWebIdentity"],
  "web-identity": ["sts:AssumeRoleWithWebIdentity"],
};
const MOST_WAYS = 64;

/** Every way into what a trust policy guards, in the order of its statements. Ways that nobody can go are left out. */
export function waysInto({ statements }: PolicyDocument): Way[] {
  const denials = statements.filter(({ effect }) => effect === "Deny");
  return statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(waysOf)
    .flatMap((way) => denials.reduce(withoutDenied, [way]))
    .filter((way) => [...way.keys.values()].every(isPossible));
}

function waysOf(statement: Statement): Way[] {
  const { named, actions, conditions, variables } = statement;
  if (named === null) return [];
  const listed = named.principals.map(({ kind, name }) => partyOf(kind, name));
  const parties = named.not ? [partyOf("AWS", "*")] : listed;
  const keys = new Map<string, Admitted>();
  for (const condition of conditions) add(keys, condition.key, required(condition, variables));
  return parties.flatMap((party) =>
    (CALLS[party.type] ?? ["sts:AssumeRole"])
      .filter((action) => listsAction(actions, action))
      .map((action) => ({ statement, action, party, except: named.not ? listed : [], keys, exact: true })),
  );
}

/** What a statement that denies leaves of some ways. */
function withoutDenied(ways: readonly Way[], denial: Statement): Way[] {
  const left = ways.flatMap((way) => leftOf(way, denial));
  // Many statements that deny by many conditions each: too many cases to tell apart.
  return left.length <= MOST_WAYS ? left : ways.map((way) => ({ ...way, exact: false }));
}

function leftOf(way: Way, denial: Statement): Way[] {
  if (!listsAction(denial.actions, way.action)) return [way];
  const denied = denialOf(way, denial);
  if (denied === "none") return [way];
  const { conditions, variables } = denial;
  if (denied !== "all") {
    if (conditions.length > 0) return [{ ...way, exact: false }];
    return [{ ...way, except: [...way.except, ...denied] }];
  }
  return conditions.flatMap((condition) => {
    const keys = new Map(way.keys);
    add(keys, condition.key, refused(condition, variables));
    return isPossible(keys.get(condition.key) ?? FREE) ? [{ ...way, keys }] : [];
  });
}

/** Whom of a way a denial names: all of them, none, or some. */
function denialOf({ party }: Way, { named }: Statement): "all" | "none" | readonly Party[] {
  if (named === null) return "all";
  const listed = named.principals.map(({ kind, name }) => partyOf(kind, name));
  if (named.not) return listed.some((each) => covers(each, party) === true) ? "none" : "all";
  if (listed.some((each) => covers(each, party) === true)) return "all";
  const some = listed.filter((each) => meets(each, party));
  return some.length === 0 ? "none" : some;
}

function add(keys: Map<string, Admitted>, key: string, admitted: Admitted): void {
  const known = keys.get(key);
  keys.set(key, known === undefined ? admitted : both(known, admitted));
}
