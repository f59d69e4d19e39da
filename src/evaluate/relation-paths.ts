import { type Kind, RELATIONS } from "../model/index.js";

/** Where one segment of a relation path leads from nodes of a kind. */
export interface PathStep {
  /** Sorted. */
  readonly targets: readonly Kind[];
  readonly cardinality: "one" | "many";
  /** The relation that is walked backwards, where it is. */
  readonly inverseOf?: string;
}

/** The kinds that one segment of a relation path leads to from nodes of a kind; empty where there is no such segment. */
export function targetsOf(kind: Kind, segment: string): readonly Kind[] {
  return stepsFrom(kind).get(segment)?.targets ?? [];
}

/** Every segment that a relation path of nodes of a kind may begin with, as the graph walks it. */
export function stepsFrom(kind: Kind): ReadonlyMap<string, PathStep> {
  let steps = STEPS.get(kind);
  if (steps === undefined) {
    steps = readSteps(kind);
    STEPS.set(kind, steps);
  }
  return steps;
}

const STEPS = new Map<Kind, ReadonlyMap<string, PathStep>>();

function readSteps(kind: Kind): Map<string, PathStep> {
  const found = new Map<string, PathStep>();
  const add = (segment: string, step: PathStep) => {
    const targets = [...new Set([...(found.get(segment)?.targets ?? []), ...step.targets])].sort();
    found.set(segment, { ...step, targets });
  };
  for (const { name, inverse, from, to, cardinality } of RELATIONS) {
    if (from.includes(kind)) add(name, { targets: to, cardinality });
    if (to.includes(kind)) add(inverse, { targets: from, cardinality: "many", inverseOf: name });
  }
  return found;
}
