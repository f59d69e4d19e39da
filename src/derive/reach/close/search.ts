import type { Change, Question } from "../../../model/index.js";
import { conflictOf, discover } from "./conflict.js";
import { costOf, dearer } from "./cost.js";
import { editOf, type Tier } from "./desk-edit.js";
import type { Desk, Draft } from "./draft.js";
import { pairsOf } from "./kept.js";
import { type Look, lookAt } from "./look.js";
import type { Site } from "./site.js";
import { askedBy, type Way } from "./ways.js";

/** How many sets of edits are tried before the search is cut short. */
const MOST_LOOKS = 400;
const MOST_ROUNDS = 100;
/** Pairs of ends that are asked one by one to see the ways of all of them at once. */
const MOST_PAIRS = 256;
/** Of more edits not every set is tried, and of more still it is not tried which can be left out. */
const MOST_TO_SEARCH = 24;
const MOST_TO_THIN = 64;
/** Looks that are remembered: each holds an estate. */
const MOST_KEPT = 4;

/** Sets of edits that close the question, the best first; or the look at which nothing more can be closed. */
export type Found =
  | {
      readonly sets: readonly (readonly Draft[])[];
      readonly smallest: boolean;
      /** None of the edits can be left out. */
      readonly irreducible: boolean;
    }
  | { readonly stuck: Look };

/**
 * The smallest set of edits of a tier. Whatever is open, each set of edits that closes it has one of those that cut
 * some of it: so sets grow by these alone, all of one size before any larger one, and the first that closes is one of
 * the smallest (R. Reiter, "A theory of diagnosis from first principles", 1987, hitting sets of conflicts).
 */
export class Search {
  private readonly sites = new Map<string, Site>();
  private readonly desk: Desk;
  private drafts = new Map<string, Draft | undefined>();
  private readonly kept = new Map<string, Look>();
  private looks = 0;

  constructor(
    given: Omit<Desk, "sites">,
    private readonly question: Question,
    private readonly tier: Tier,
  ) {
    this.desk = { ...given, sites: this.sites };
  }

  /** What edits are drafted from, for who has to say why there are none. */
  get known(): Desk {
    return this.desk;
  }

  run(): Found {
    const all = this.everything();
    if ("stuck" in all) return all;
    const { keys } = all;
    const best = keys.length > MOST_TO_SEARCH ? undefined : this.smallest(keys.length);
    if (best !== undefined) return best;
    const irreducible = keys.length <= MOST_TO_THIN;
    const left = irreducible ? this.without(keys) : keys;
    const sets = [left.map((key) => this.draft(key) as Draft)];
    return { sets, smallest: left.length === 1, irreducible };
  }

  /** The estate with some edits made, and the question asked of it. */
  look(keys: readonly string[]): Look {
    const name = JSON.stringify([...keys].sort());
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const look = lookAt(this.desk, this.question, this.changes(keys));
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(name, look);
    return look;
  }

  /** Every edit on every way, until nothing is open: that tells the sites, and whether it can be done. */
  private everything(): { keys: string[] } | { stuck: Look } {
    const keys = new Set<string>();
    for (let round = 0; ; round++) {
      const look = this.look([...keys]);
      if (look.closed) return { keys: [...keys].sort() };
      const before = keys.size;
      const ways = [...look.ways, ...this.otherWays(look)];
      const met = discover(this.desk, { ...look, ways }, { question: this.question, sites: this.sites });
      if (met.grew) {
        this.drafts = new Map();
        this.kept.clear();
      }
      for (const key of met.keys) if (this.draft(key) !== undefined) keys.add(key);
      const progress = keys.size > before || (met.grew && met.keys.some((key) => keys.has(key)));
      if (!progress || round > MOST_ROUNDS) return { stuck: look };
    }
  }

  /** An answer is about the first pair of ends that reaches; these are the ways of the others. */
  private otherWays({ fabric }: Look): Way[] {
    const pairs = pairsOf(fabric, this.question);
    if (pairs.length <= 1) return [];
    return pairs.slice(0, MOST_PAIRS).flatMap((pair) => {
      const { answer, ways } = askedBy(fabric, () => pair(this.desk.breadth));
      return answer.verdict === "reaches" ? ways : [];
    });
  }

  /** All sets of the smallest size that close it; undefined where there are too many to try. */
  private smallest(most: number): Found | undefined {
    let level: string[][] = [[]];
    for (let size = 0; size <= most; size++) {
      const next = new Map<string, string[]>();
      const closing: string[][] = [];
      for (const keys of level) {
        if (++this.looks > MOST_LOOKS) return closing.length === 0 ? undefined : this.sorted(closing);
        const look = this.look(keys);
        if (look.closed) closing.push(keys);
        else
          for (const key of this.conflict(look, keys)) {
            const grown = [...keys, key].sort();
            next.set(JSON.stringify(grown), grown);
          }
      }
      if (closing.length > 0) return this.sorted(closing);
      level = [...next.values()];
    }
    return undefined;
  }

  private conflict(look: Look, keys: readonly string[]): string[] {
    const drafts = new Map<string, Draft>();
    for (const key of this.sites.keys()) {
      const draft = keys.includes(key) ? undefined : this.draft(key);
      if (draft !== undefined) drafts.set(key, draft);
    }
    return conflictOf(this.desk, look, drafts);
  }

  private sorted(sets: readonly (readonly string[])[]): Found {
    const priced = sets
      .map((keys) => keys.map((key) => this.draft(key) as Draft))
      .map((drafts) => ({ drafts, cost: costOf(this.desk, drafts) }))
      .sort((a, b) => dearer(a.cost, b.cost));
    return { sets: priced.map(({ drafts }) => drafts), smallest: true, irreducible: true };
  }

  /** Leaves out one edit after another, as long as it stays closed. */
  private without(keys: readonly string[]): string[] {
    let left = [...keys];
    for (const key of keys) {
      const fewer = left.filter((other) => other !== key);
      if (this.look(fewer).closed) left = fewer;
    }
    return left;
  }

  private changes(keys: readonly string[]): Change[] {
    return keys.flatMap((key) => [...(this.draft(key)?.changes ?? [])]);
  }

  private draft(key: string): Draft | undefined {
    const site = this.sites.get(key);
    if (site !== undefined && !this.drafts.has(key)) this.drafts.set(key, editOf(this.desk, site, this.tier));
    return this.drafts.get(key);
  }
}
