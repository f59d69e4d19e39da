import type { Answer } from "../../../model/index.js";
import type { PacketSet } from "../../../net/index.js";
import type { Fabric } from "../fabric.js";
import { type Course, stuckIn, walk } from "../journey.js";
import type { Passing } from "../passing.js";

/** A course that something gets through, and what does, as it sets out. */
export interface Way {
  readonly course: Course;
  readonly open: PacketSet;
}

/** Asks, and tells by which ways the answer is what it is: those that reach, else those that may. */
export function askedBy<T extends Pick<Answer, "verdict">>(
  fabric: Fabric,
  ask: () => T,
): { answer: T; ways: Way[] } {
  const walks: Parameters<NonNullable<Fabric["onWalk"]>>[] = [];
  fabric.onWalk = (...seen) => {
    if (!seen[1].tell) walks.push(seen);
  };
  try {
    const answer = ask();
    const sure = answer.verdict === "reaches";
    const told = walks.filter(([, { mode }]) => !sure || mode === "sure");
    return { answer, ways: told.flatMap((seen) => wayOf(fabric, seen, sure) ?? []) };
  } finally {
    fabric.onWalk = undefined;
  }
}

function wayOf(
  fabric: Fabric,
  [course, , journey]: Parameters<NonNullable<Fabric["onWalk"]>>,
  sure: boolean,
): Way | undefined {
  const { space } = fabric;
  // What is stuck may be known by other addresses by then: all that was asked may be it.
  if (!sure && !space.isEmpty(stuckIn(fabric, journey))) return { course, open: course.set };
  const open = space.intersect(course.set, space.requests(journey.answered));
  return space.isEmpty(open) ? undefined : { course, open };
}

/** What filters let through of packets on their way, there and back. */
export function passingsOf(fabric: Fabric, { course, open }: Way, mode: "sure" | "possible"): Passing[] {
  const seen: Passing[] = [];
  const watch = (passing: Passing) => seen.push(passing);
  walk(fabric, { ...course, set: open }, { mode, tell: false, watch });
  return seen;
}
