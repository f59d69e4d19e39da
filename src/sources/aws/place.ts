import type { Provenance, RawAnswer, Scope } from "../../model/index.js";
import { partitionOf } from "./names.js";

/**
 * Where an answer was given, and how its parts are cited. Whoever has no answer but speaks the API's
 * shape (a plan, a template) brings a place of their own and with it their own provenance.
 */
export interface Place {
  /** service:Operation, e.g. ec2:DescribeVpcs. */
  readonly call: string;
  readonly partition: string;
  /** The caller's account; absent where a saved answer does not tell. */
  readonly account?: string;
  /** Absent for calls that concern the whole account, and where a saved answer does not tell. */
  readonly region?: string;
  /** @param pointer inside the answer's output @param id the provider's own id of a rule or record */
  at(pointer: string, id?: string): Provenance;
}

/** An answer that was made of something else: its parts are cited where they stand there. */
export interface Retold extends RawAnswer {
  /** @param pointer inside the output */
  cite(pointer: string): Provenance;
}

export function isRetold(answer: RawAnswer): answer is Retold {
  return "cite" in answer;
}

/**
 * The place of an answer.
 * @param prefix JSON pointer, in the file that `uri` names, of the answer's output
 */
export function placeOf(answer: RawAnswer, prefix = "/output"): Place {
  const { service, operation, account, region, uri, time, lines } = answer;
  const call = `${service}:${operation}`;
  const scope = {
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
  };
  return {
    call,
    partition: partitionOf(region),
    ...scope,
    at(pointer, id) {
      if (isRetold(answer)) return { ...answer.cite(pointer), ...(id === undefined ? {} : { id }) };
      const full = prefix + pointer;
      const line = lines === undefined ? undefined : lineOf(lines, full);
      return {
        source: "aws",
        uri,
        ...(line === undefined ? {} : { line }),
        pointer: full,
        call,
        ...scope,
        ...(time === undefined ? {} : { time }),
        ...(id === undefined ? {} : { id }),
      };
    },
  };
}

/** Scopes by place: nodes of one answer share a few. */
const SCOPES = new WeakMap<Place, Map<string, Scope>>();

/** Scope of a node owned by `account` (the place's own where the answer names none). */
export function scopeOf(place: Place, account = place.account, region = place.region): Scope {
  const scopes = SCOPES.get(place) ?? new Map<string, Scope>();
  SCOPES.set(place, scopes);
  const key = `${account ?? ""}/${region ?? ""}`;
  let scope = scopes.get(key);
  if (scope === undefined) {
    scope = {
      provider: "aws",
      partition: place.partition,
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
    };
    scopes.set(key, scope);
  }
  return scope;
}

/** The line of the nearest enclosing item whose line is known. */
function lineOf(lines: Readonly<Record<string, number>>, pointer: string): number | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const line = lines[at];
    if (line !== undefined || at === "") return line;
  }
}
