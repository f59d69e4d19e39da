import type { DataPlace, EstateNode } from "../../model/index.js";
import type { Where } from "./where.js";

/** One step by which data comes to lie somewhere else. */
export interface Link {
  readonly how: DataPlace["how"];
  readonly why: string;
  /** What makes it so: a rule, transfer or copy. */
  readonly by: EstateNode;
  /** What holds the data then, and may be followed; null: nothing that was collected. */
  readonly to: EstateNode | null;
  /** Where that is; null: where `to` lies. */
  readonly where: readonly Where[] | null;
  readonly account: string | null;
  /** What came by such a rule is not sent on by another of its kind. */
  readonly once?: string;
}

/** What is being followed: a node that holds data, and by what kind of rule it got there. */
export interface Holder {
  readonly node: EstateNode;
  readonly cameBy: string | null;
}

export function linkTo(to: EstateNode, why: string, how: Link["how"] = "lies"): Link {
  return { how, why, by: to, to, where: null, account: to.scope.account ?? null };
}
