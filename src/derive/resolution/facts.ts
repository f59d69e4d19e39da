import type { Fact } from "../../model/index.js";
import { answerTo } from "../reach/answer.js";
import type { Breadth } from "../reach/ask.js";
import type { Ground } from "../reach/ground.js";
import { registrations } from "./domain-fact.js";
import { resolvers } from "./network-fact.js";
import { origins } from "./origin-fact.js";
import { leads } from "./record-fact.js";
import { Names } from "./resolution.js";
import { forwarding } from "./rule-fact.js";
import { wireOf } from "./wire.js";
import { standing } from "./zone-fact.js";

type Prepared = (id: string) => Fact;

interface NameFacts {
  readonly leads: Prepared;
  readonly standing: Prepared;
  readonly resolver: Prepared;
  readonly forwarding: Prepared;
  readonly registration: Prepared;
  readonly origins: Prepared;
}

const KNOWN = new WeakMap<Ground, NameFacts>();

/** Facts of names share one index of zones, made once for a run. */
export function nameFacts(ground: Ground, breadth: Breadth): NameFacts {
  const known = KNOWN.get(ground);
  if (known !== undefined) return known;
  const names = new Names(ground.graph);
  const wire = wireOf((question) => answerTo(ground.fabric, question, { breadth }));
  const made: NameFacts = {
    leads: leads(names),
    standing: standing(names),
    resolver: resolvers(names, wire),
    forwarding: forwarding(names, wire),
    registration: registrations(names),
    origins: origins(names),
  };
  KNOWN.set(ground, made);
  return made;
}
