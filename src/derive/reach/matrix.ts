import type { Answer, Cell, End, Zones } from "../../model/index.js";
import { RANK } from "./amongst.js";
import { answerTo } from "./answer.js";
import type { Breadth } from "./ask.js";
import { type Meaning, meaningOf } from "./ends.js";
import type { Fabric } from "./fabric.js";

export interface MatrixGround {
  /** The estate to ask now: it may be begun anew between two cells. */
  readonly fabric: () => Fabric;
  readonly breadth: Breadth;
  /** Only what must not be. */
  readonly forbidden?: boolean;
}

/** A cell by its names. */
export interface Crossing {
  readonly from: string;
  readonly to: string;
  readonly service: string;
}

/** Every service from every zone to every other one, the worst of the ways between two zones for all of them. */
export function* matrixOf(zones: Zones, ground: MatrixGround): Iterable<Cell> {
  const meanings = new Map<End, Meaning>();
  const meaning = (end: End): Meaning => {
    const known = meanings.get(end) ?? meaningOf(ground.fabric(), end);
    meanings.set(end, known);
    return known;
  };
  for (const at of crossingsOf(zones)) {
    const allowed = isAllowed(zones, at);
    if (ground.forbidden === true && allowed !== false) continue;
    const answer = worstOf(zones, at, (question) =>
      answerTo(ground.fabric(), question, { breadth: ground.breadth, meaning }),
    );
    yield { ...at, verdict: answer.verdict, allowed, answer };
  }
}

/** The cells of the matrix, in the order of the configuration. */
export function crossingsOf({ zones, services }: Zones): Crossing[] {
  const names = Object.keys(zones);
  return names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .flatMap((to) => Object.keys(services).map((service) => ({ from, to, service }))),
  );
}

/** Undefined where nobody said what is allowed. */
export function isAllowed({ allowed }: Zones, at: Crossing): boolean | undefined {
  return allowed?.some(
    ({ from, to, services }) => from === at.from && to === at.to && (services?.includes(at.service) ?? true),
  );
}

type Ask = (question: Parameters<typeof answerTo>[1]) => Answer;

function worstOf({ zones, services }: Zones, { from, to, service }: Crossing, ask: Ask): Answer {
  let worst: Answer | undefined;
  for (const source of zones[from] ?? []) {
    for (const target of zones[to] ?? []) {
      const answer = ask({ from: source, to: target, ...services[service] });
      if (worst === undefined || RANK.indexOf(answer.verdict) < RANK.indexOf(worst.verdict)) worst = answer;
      if (worst.verdict === "reaches") return worst;
    }
  }
  if (worst === undefined) throw new Error(`the zone ${from} or ${to} is empty`);
  return worst;
}
