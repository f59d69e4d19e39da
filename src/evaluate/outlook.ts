import { type EstateNode, type Kind, RELATIONS, typesBehind } from "../model/index.js";
import type { Reader } from "./readers.js";
import { targetsOf } from "./relation-paths.js";

/** Of which kinds a policy reads nodes behind one node, and of which types; null: of any. */
export type Outlook = ReadonlyMap<Kind, ReadonlySet<string> | null>;

/** What can be behind a node on the paths of a reader, and of its facts. */
export function outlookFrom(
  { kind, type }: Pick<EstateNode, "kind" | "type">,
  { paths, facts }: Pick<Reader, "paths" | "facts">,
): Outlook {
  const outlook = new Map<Kind, Set<string> | null>();
  for (const path of paths) {
    let at: readonly Place[] = [{ kind, type }];
    for (const segment of path) {
      at = at.flatMap((place) => behind(place, segment));
      for (const place of at) see(outlook, place);
    }
  }
  for (const read of facts) for (const place of direct({ kind, type }, read)) see(outlook, place);
  return outlook;
}

/** Nodes of a kind and a type; null: of any. */
interface Place {
  readonly kind: Kind;
  readonly type: string | null;
}

function behind({ kind, type }: Place, segment: string): Place[] {
  const types = type === null ? undefined : typesBehind(type, segment);
  return targetsOf(kind, segment).flatMap((target): Place[] =>
    types === undefined ? [{ kind: target, type: null }] : types.map((one) => ({ kind: target, type: one })),
  );
}

/** A fact that rests on a kind looks at what hangs on the subject itself, where that can be told. */
function direct(from: Place, read: Kind): Place[] {
  const segments = RELATIONS.flatMap((row) => [
    ...(row.from.includes(from.kind) && row.to.includes(read) ? [row.name] : []),
    ...(row.to.includes(from.kind) && row.from.includes(read) ? [row.inverse] : []),
  ]);
  const told = segments.flatMap((segment) =>
    typesBehind(from.type ?? "", segment) === undefined ? [] : [segment],
  );
  return told.length === 0
    ? [{ kind: read, type: null }]
    : told.flatMap((segment) => behind(from, segment).filter(({ kind }) => kind === read));
}

function see(outlook: Map<Kind, Set<string> | null>, { kind, type }: Place): void {
  const known = outlook.get(kind);
  if (type === null || known === null) outlook.set(kind, null);
  else outlook.set(kind, (known ?? new Set()).add(type));
}
