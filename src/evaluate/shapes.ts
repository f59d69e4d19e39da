import { quoted } from "./quoted.js";

/** The members of an object in order of code units, and how JSON opens each: as the first one, and after another. */
export interface Shape {
  readonly keys: readonly string[];
  /** With neither a bracket nor a comma. */
  readonly openings: readonly string[];
  readonly first: readonly string[];
  readonly next: readonly string[];
}

/** Keys so far, in the order in which an object has them. */
interface Step {
  readonly steps: Map<string, Step>;
  shape: Shape | undefined;
}

/** Objects of more members are tables of some kind: hardly two have the same keys. */
const MOST_KEYS = 48;
/** Tags may be called anything: of so many steps all are forgotten, and the usual ones are soon known again. */
const MOST_STEPS = 8192;
/** Longer keys are no names, and not kept. */
const LONGEST = 128;

const empty = (): Step => ({ steps: new Map(), shape: undefined });
let root = empty();
let known = 0;

/** How an object is written. Objects of one shape come by the million, and their keys are sorted once. */
export function shapeOf(value: object): Shape {
  const keys = Object.keys(value);
  if (keys.length > MOST_KEYS) return shapeWith(keys);
  let step = root;
  for (const key of keys) {
    const next = step.steps.get(key);
    if (next === undefined && key.length > LONGEST) return shapeWith(keys);
    step = next ?? learnt(step, key);
  }
  step.shape ??= shapeWith(keys);
  return step.shape;
}

/** The shape of objects that have these keys; takes the list over. */
export function shapeWith(keys: string[]): Shape {
  keys.sort();
  const openings = keys.map((key) => `${quoted(key)}:`);
  return {
    keys,
    openings,
    first: openings.map((opening) => `{${opening}`),
    next: openings.map((opening) => `,${opening}`),
  };
}

function learnt(step: Step, key: string): Step {
  if (known++ === MOST_STEPS) {
    root = empty();
    known = 0;
  }
  const made = empty();
  step.steps.set(key, made);
  return made;
}
