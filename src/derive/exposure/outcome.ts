import { AddressSet, type Family } from "../../net/index.js";
import type { Clause, Side } from "./clause.js";
import type { Refusals } from "./refusals.js";
import { type Bound, Walk } from "./walk.js";

/** What is certain of one segment, and the clauses because of which more may be. */
export interface Outcome {
  readonly whom: ReadonlyMap<Clause, AddressSet>;
  readonly members: readonly Clause[];
  readonly unsure: readonly Clause[];
}

/** The filter that is asked about, and the clauses that speak of the segment. */
export interface Question {
  readonly family: Family;
  readonly filter: string;
  /** What decides where no rule does; null is a refusal. */
  readonly fallback: Clause | null;
  readonly clauses: (filter: string) => readonly Clause[];
  readonly refusals: Refusals;
}

/** Whom the filter admits: exactly, or what is certain together with the reason why that may not be all. */
export function outcomeOf(question: Question): Outcome {
  const plain = question.fallback === null ? permitsAlone(question) : null;
  if (plain !== null) return plain;
  const certain = walked(question, "certain");
  if (certain.doubtful.size === 0 && !certain.blurred) {
    return { whom: certain.admitted, members: [...certain.members], unsure: [] };
  }
  const possible = walked(question, "possible");
  const settled = total(certain).equals(total(possible)) && certain.members.size === possible.members.size;
  return {
    whom: certain.admitted,
    members: [...certain.members],
    unsure: settled ? [] : reasons(certain, possible),
  };
}

/** Where only permits speak, each simply admits whom it names; most segments are like this. */
function permitsAlone({ family, filter, clauses }: Question): Outcome | null {
  const own = clauses(filter);
  if (!own.every(({ action, doubt }) => action === "allow" && doubt === null)) return null;
  const whom = new Map<Clause, AddressSet>();
  const members: Clause[] = [];
  for (const clause of own) {
    const side = clause.sides[family] as Side;
    if (!side.known.isEmpty()) whom.set(clause, side.known);
    if (side.members) members.push(clause);
  }
  return { whom, members, unsure: [] };
}

function walked(question: Question, bound: Bound): Walk {
  const { filter, fallback, ...segment } = question;
  const walk = new Walk({ ...segment, bound });
  const left = walk.from(filter, fallback !== null);
  if (fallback !== null && !left.isEmpty()) walk.admitted.set(fallback, left);
  return walk;
}

const total = ({ admitted }: Walk) => AddressSet.unionOf([...admitted.values()]);

/** Without a doubtful rule the segment is too intricate to be exact; every narrow rule has its part in that. */
function reasons(certain: Walk, possible: Walk): Clause[] {
  return [...new Set([...certain.doubtful, ...possible.doubtful])];
}
