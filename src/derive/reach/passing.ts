import type { PacketSet } from "../../net/index.js";
import type { Turn } from "./clauses.js";
import type { Direction } from "./filters.js";
import type { Course, Journey } from "./journey.js";
import type { Manner } from "./walker.js";

/** Packets that filters on one card, subnet or host let through on their way. */
export interface Passing {
  readonly filters: readonly string[];
  readonly direction: Direction;
  readonly turn: Turn;
  readonly set: PacketSet;
  /** Groups of the load balancer through which they come. */
  readonly through: readonly string[];
}

/** Hears of a walk when it is over. */
export type WalkSeen = (course: Course, how: Omit<Manner, "turn">, journey: Journey) => void;
