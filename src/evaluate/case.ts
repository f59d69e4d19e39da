import type { Graph } from "../graph/index.js";
import type { Derived, PolicyMeta, Severity } from "../model/index.js";
import type { Exceptions } from "./exceptions.js";
import type { Sink } from "./sink.js";

/** What a group of policies judges by, and where what comes of it goes. */
export interface Case {
  readonly graph: Graph;
  readonly derived: Derived;
  /** The policies that take part, with the severities that hold. */
  readonly policies: ReadonlyMap<string, PolicyMeta>;
  /** Severities that the configuration sets, by policy; already in the policies. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly exceptions: Exceptions;
  readonly sink: Sink;
  /** False judges every document, also copies of one judged already. */
  readonly share: boolean;
}
