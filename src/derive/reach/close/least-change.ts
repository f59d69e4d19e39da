import type { Answer, Change, KeptRequired, LeastChange, Question, RuleEdit } from "../../../model/index.js";
import { answerTo } from "../answer.js";
import type { Breadth } from "../ask.js";
import type { Fabric } from "../fabric.js";
import { alsoClosed } from "./also-closed.js";
import { TIERS } from "./desk-edit.js";
import type { Draft } from "./draft.js";
import { apartFrom, type Need, pairsNow, type Required, requiredNow } from "./kept.js";
import type { Look } from "./look.js";
import { Search } from "./search.js";
import { toldAgainst, type Why, whyNot } from "./why-not.js";

/** A least change, and what each edit is as changes of the graph. */
export interface Closing {
  readonly change: LeastChange;
  readonly steps: readonly (readonly Change[])[];
}

interface Given {
  readonly question: Question;
  readonly required: readonly Question[];
  readonly breadth: Breadth;
}

/** Finds the smallest set of rule edits that closes a question and keeps what is required, and asks again with them made. */
export function leastChange(fabric: Fabric, { question, required, breadth }: Given): Closing {
  const before = answerTo(fabric, question, { breadth });
  const apart = apartFrom(fabric, question, breadth);
  const flows = required.map((flow) => requiredNow(fabric, flow, { breadth, apart }));
  const now = {
    before,
    edits: [],
    smallest: false,
    irreducible: false,
    required: flows.map(asTold),
    against: [],
  };
  const refused = refusal(before, flows);
  if (refused !== undefined) return { change: { ...now, ...refused }, steps: [] };
  const needs = flows.flatMap((flow) => flow.needs);
  let why: Why = { says: "", against: [] };
  for (const tier of TIERS) {
    const search = new Search({ fabric, breadth, needs }, question, tier);
    const found = search.run();
    if ("stuck" in found) {
      why = whyNot(search.known, found.stuck);
      continue;
    }
    for (const drafts of found.sets) {
      const look = search.look(drafts.map(({ key }) => key));
      const after = flows.map((flow) => stillThere(look.fabric, flow, breadth));
      const lost = after.flatMap(({ told, kept }) => (kept ? [] : [told.name]));
      why = { says: `it would close ${lost.join(", ")}`, against: lost };
      if (!look.closed || lost.length > 0) continue;
      const told = {
        required: after.map((flow) => flow.told),
        smallest: found.smallest,
        irreducible: found.irreducible,
      };
      const change = { ...now, ...told, ...foundBy(fabric, { look, drafts, breadth }) };
      return { change, steps: drafts.map(({ changes }) => changes) };
    }
  }
  const alone = why.against.filter((name) => standsAlone(fabric, { question, breadth, needs, name }));
  const none = alone.length === 0 ? why : { ...why, ...toldAgainst(alone, why.rules ?? []) };
  const { says, against } = none;
  return { change: { ...now, outcome: "none", against, says: `no set of edits found: ${says}` }, steps: [] };
}

/** Does a flow stand in the way though no other were required? */
function standsAlone(
  fabric: Fabric,
  { question, breadth, needs, name }: Omit<Given, "required"> & { needs: readonly Need[]; name: string },
): boolean {
  const own = needs.filter(({ flow }) => flow === name);
  const last = TIERS.at(-1);
  return last !== undefined && "stuck" in new Search({ fabric, breadth, needs: own }, question, last).run();
}

/** There is nothing to close, or it cannot be told what there is. */
function refusal(
  before: Answer,
  flows: readonly Required[],
): Pick<LeastChange, "outcome" | "says"> | undefined {
  if (before.verdict === "unknown") {
    const says = `whether it reaches is unknown, so nothing can be promised of a change: ${before.says}`;
    return { outcome: "unknown", says };
  }
  if (before.verdict !== "reaches")
    return { outcome: "closed", says: `there is nothing to close: ${before.says}` };
  const unsure = flows.find(({ verdict }) => verdict === "unknown");
  if (unsure === undefined) return undefined;
  const says = `whether the required flow ${unsure.name} is open is unknown, so it cannot be promised to stay: ${unsure.says}`;
  return { outcome: "unknown", says };
}

function asTold({ name, verdict }: Required): KeptRequired {
  return { name, before: verdict, after: verdict };
}

/** A required flow with the edits made: whatever of it reached must reach. */
function stillThere(fabric: Fabric, flow: Required, breadth: Breadth): { told: KeptRequired; kept: boolean } {
  const { name, question, verdict: before } = flow;
  const { verdict: after } = answerTo(fabric, question, { breadth });
  const now = before === "reaches" ? pairsNow(fabric, question, breadth) : [];
  const kept = flow.pairs.every((open, index) => !open || now[index] === true);
  return { told: { name, before, after }, kept: kept && (before !== "reaches" || after === "reaches") };
}

function foundBy(
  fabric: Fabric,
  { look, drafts, breadth }: { look: Look; drafts: readonly Draft[]; breadth: Breadth },
): Pick<LeastChange, "outcome" | "says" | "after" | "edits" | "alsoCloses"> {
  const edits = withoutDoubles(fabric, drafts);
  const filters = [...new Set(edits.map(({ filter }) => filter.id))];
  const number =
    edits.length === 1 ? "one rule edit closes it" : `${edits.length} rule edits close it together`;
  return {
    ...{ outcome: "found", says: number, after: look.answer, edits },
    alsoCloses: alsoClosed([fabric, look.fabric], filters, breadth),
  };
}

/** What a group holds already, or another edit writes, is not written again: the provider refuses doubles. */
function withoutDoubles(fabric: Fabric, drafts: readonly Draft[]): RuleEdit[] {
  const edited = new Set(drafts.map(({ key }) => key));
  const written = new Set<string>();
  return drafts.map(({ edit, writes }) => {
    if (edit.kind !== "group-rule") return edit;
    const becomes = edit.becomes.filter((_, index) => {
      const id = writes[index] ?? "";
      const there = written.has(id) || (fabric.graph.node(id) !== undefined && !edited.has(id));
      written.add(id);
      return !there;
    });
    return { ...edit, becomes };
  });
}
