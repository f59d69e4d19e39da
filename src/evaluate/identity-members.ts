import { DERIVED, FACTS, isObject, type Kind } from "../model/index.js";

/** Where in a value the names of nodes stand. */
export interface IdentityMembers {
  /** This very text is one. */
  readonly here?: true;
  readonly items?: IdentityMembers;
  readonly members?: ReadonlyMap<string, IdentityMembers>;
}

const known = new Map<Kind, IdentityMembers | undefined>();

/** Where the facts of a kind hold names of nodes, by their schema; undefined where they hold none. */
export function identitiesOf(kind: Kind): IdentityMembers | undefined {
  if (!known.has(kind)) known.set(kind, read(FACTS[kind]));
  return known.get(kind);
}

const derived = new Map(Object.entries(DERIVED).map(([name, { schema }]) => [name, read(schema)]));

/** Where a derived fact holds names of nodes, by its schema, beside its members `id` and `label`. */
export function identitiesOfFact(name: string): IdentityMembers | undefined {
  return derived.get(name);
}

function read(schema: unknown): IdentityMembers | undefined {
  if (!isObject(schema)) return undefined;
  if (schema["identity"] === true) return { here: true };
  const { anyOf, allOf, items, properties } = schema;
  const parts = [anyOf, allOf].flatMap((list) => (Array.isArray(list) ? list.map(read) : []));
  const each = read(items);
  if (each !== undefined) parts.push({ items: each });
  const members = Object.entries(isObject(properties) ? properties : {}).flatMap(([key, member]) => {
    const found = read(member);
    return found === undefined ? [] : [[key, found] as const];
  });
  if (members.length > 0) parts.push({ members: new Map(members) });
  return parts.reduce(both, undefined);
}

function both(a: IdentityMembers | undefined, b: IdentityMembers | undefined): IdentityMembers | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const items = both(a.items, b.items);
  const members = new Map(a.members);
  for (const [key, member] of b.members ?? []) members.set(key, both(members.get(key), member) ?? member);
  return {
    ...(a.here || b.here ? { here: true } : {}),
    ...(items === undefined ? {} : { items }),
    ...(members.size === 0 ? {} : { members }),
  };
}
