import type { Question } from "../../../model/index.js";
import type { Passing } from "../passing.js";
import { aimOf, asRule, declaredBy, servicesIn } from "./aim.js";
import type { Desk, Draft } from "./draft.js";
import { coreOf, type Look } from "./look.js";
import { aimAt, clauseOf, type Passed, type Site, sitesAt } from "./site.js";
import { passingsOf } from "./ways.js";

interface Met {
  /** Keys of the sites that what is open passes. */
  readonly keys: string[];
  /** Sites are new, or more is to be closed at one. */
  readonly grew: boolean;
}

/** Notes the sites that open ways pass, and what is to be closed at each. */
export function discover(
  desk: Desk,
  look: Look,
  { question, sites }: { readonly question: Question; readonly sites: Map<string, Site> },
): Met {
  const { space } = desk.fabric;
  const declared = { from: declaredBy(question.from), to: declaredBy(question.to) };
  const keys = new Set<string>();
  let grew = false;
  for (const way of look.ways)
    for (const passing of newIn(passingsOf(look.fabric, way, modeOf(look)))) {
      const aim = aimOf(look.fabric, { passing, course: way.course, declared });
      for (const { key, kind, filter, direction, named } of sitesAt(look.fabric, passing)) {
        const clause = kind === "group-rule" ? clauseOf(desk.fabric, { filter, direction, key }) : undefined;
        // Rules that an edit wrote are none of the estate's.
        if (kind === "group-rule" && clause === undefined) continue;
        keys.add(key);
        const part = clause === undefined ? aim : aimAt(desk.fabric, clause, { aim, direction, named });
        const before = sites.get(key)?.closed ?? space.none;
        const closed = space.union(before, part);
        if (closed === before) continue;
        grew = true;
        sites.set(key, { key, kind, filter, direction, closed });
      }
    }
  return { keys: [...keys].sort(), grew };
}

/** Keys of edits of which each set that closes the question has at least one. */
export function conflictOf(desk: Desk, look: Look, drafts: ReadonlyMap<string, Draft>): string[] {
  const keys = new Set<string>();
  for (const way of look.ways) {
    const { way: core, single } = coreOf(desk, look, way);
    for (const passing of newIn(passingsOf(look.fabric, core, modeOf(look)))) {
      const passed = sitesAt(look.fabric, passing);
      const rules = passed.filter(({ kind }) => kind === "group-rule");
      const cut = rules.filter((site) => cuts(desk, drafts.get(site.key), site));
      // One packet ends here only where every rule that admits it goes; it is enough to begin with one of them.
      if (!single) for (const { key } of cut) keys.add(key);
      else if (cut.length === rules.length && cut[0] !== undefined) keys.add(cut[0].key);
      for (const site of passed)
        if (site.kind !== "group-rule" && cuts(desk, drafts.get(site.key), site)) keys.add(site.key);
    }
  }
  return [...keys].sort();
}

function cuts({ fabric }: Desk, draft: Draft | undefined, { set, direction, named }: Passed): boolean {
  if (draft === undefined) return false;
  const { space } = fabric;
  const passes = asRule(space, set, direction);
  return named
    ? space.overlaps(servicesIn(space, passes), servicesIn(space, draft.taken))
    : space.overlaps(passes, draft.taken);
}

function modeOf({ answer }: Look): "sure" | "possible" {
  return answer.verdict === "reaches" ? "sure" : "possible";
}

/** Groups do not ask answers, and to refuse an answer is no way to refuse a connection. */
function newIn(passings: readonly Passing[]): Passing[] {
  return passings.filter(({ turn }) => turn === "new");
}
