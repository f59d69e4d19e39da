import type { Graph } from "../../graph/index.js";
import type { DataRules, EstateNode, Fact, Gap, Json, Placement } from "../../model/index.js";
import { Atlas } from "./atlas.js";
import { DataClasses } from "./classes.js";
import { CopyIndex } from "./copies.js";
import { follow, type Journey } from "./follow.js";
import { Keys } from "./keys.js";
import { Links } from "./links.js";
import { placesOf } from "./places.js";
import { Sharing } from "./sharing.js";
import { Unseen, unknownPlace } from "./unseen.js";

const NOTHING: Fact = { value: { declared: false, classes: [], places: [], keys: [], shared: [] }, gaps: [] };

/**
 * The fact `placement`: where all copies of some data lie, where rules and transfers take it, where caches hold it and
 * where the provider keeps what it knows of it; which keys encrypt it, and who was given a copy. What hides copies (a
 * call that was denied, an account that nobody read, a place that nobody knows) is among its gaps.
 */
export function placements(graph: Graph, rules: DataRules | undefined): (id: string) => Fact {
  const atlas = new Atlas(graph, rules);
  const judge = new DataClasses(rules);
  const links = new Links(graph, atlas, CopyIndex.of(graph));
  const unseen = Unseen.of(graph);
  const keys = new Keys(graph, atlas, judge);
  const sharing = new Sharing(graph);
  return (id) => {
    const root = graph.node(id);
    if (root === undefined) return NOTHING;
    const journey = follow(root, links, atlas);
    const classes = judge.of(root);
    const value: Placement = {
      declared: Object.keys(rules?.classes ?? {}).length > 0,
      classes,
      places: placesOf(journey.arrivals, classes, { judge, atlas }),
      keys: keys.of(journey.met, classes),
      shared: sharing.of(journey.met),
    };
    const accounts = value.places.map(({ account }) => account);
    const gaps = [
      ...unseen.around(root, journey.met, accounts),
      ...(classes.length === 0 ? [] : [...unknown(root, value), ...strangers(root, value, unseen)]),
      ...(classes.length === 0 ? [] : strays(root, { classes, unseen, atlas, judge })),
      ...tooMany(root, journey),
    ];
    return { value: value as unknown as Json, gaps: [...new Map(gaps.map((gap) => [gap.id, gap])).values()] };
  };
}

/** Places of which nobody can tell whether they are allowed. */
function unknown(root: EstateNode, { places }: Placement): Gap[] {
  return places
    .filter(({ undecidedBy }) => undecidedBy.length > 0)
    .map(({ name, placeType, trace }) => {
      const last = trace.at(-1)?.label ?? root.label;
      const where =
        placeType === "unknown" ? "lies where nobody tells" : `lies in no country that is known: ${name}`;
      return unknownPlace(`What ${last} holds of ${root.label} ${where}`, root);
    });
}

/** What becomes of copies in accounts that were not read. */
function strangers(root: EstateNode, { places, shared }: Placement, { collected }: Unseen): Gap[] {
  const named = [...places.map(({ account }) => account), ...shared.map((one) => one.with)];
  const accounts = new Set(named.filter((account) => account !== null && /^\d{12}$/.test(account)));
  return [...accounts]
    .filter((account) => account !== null && account !== root.scope.account && !collected.has(account))
    .map((account) =>
      unknownPlace(`What account ${account} does with copies of ${root.label} was not collected`, root),
    );
}

/** A snapshot that is a copy of nobody knows what may be one of this volume. */
function strays(
  root: EstateNode,
  seen: {
    readonly classes: readonly string[];
    readonly unseen: Unseen;
    readonly atlas: Atlas;
    readonly judge: DataClasses;
  },
): Gap[] {
  if (root.type !== "aws.volume") return [];
  const { classes, unseen, atlas, judge } = seen;
  return unseen
    .straysIn(root.scope.account ?? "")
    .filter((copy) => atlas.of(copy).some((where) => judge.judge(classes, where).refusedBy.length > 0))
    .map((copy) =>
      unknownPlace(`${copy.label} is a copy of a snapshot, and nobody tells whether of ${root.label}`, copy),
    );
}

function tooMany(root: EstateNode, { cut }: Journey): Gap[] {
  return cut ? [unknownPlace(`${root.label} has more copies than are followed`, root)] : [];
}
