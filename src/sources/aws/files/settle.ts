import type { RawAnswer } from "../../../model/index.js";
import { resourceOf } from "../registry.js";
import { isOfAccount } from "../resource.js";
import { type Evidence, evidenceIn } from "./evidence.js";
import { pathPlace } from "./path-place.js";
import type { Found } from "./recognize.js";

/** An answer with what is known of its place so far. */
export interface Unsettled {
  readonly found: Found;
  readonly path: string;
  readonly lines: Readonly<Record<string, number>>;
  readonly account?: string;
  readonly region?: string;
  readonly evidence: Evidence;
  /** The path names one Region, the items another. */
  readonly contradicted: boolean;
}

/** Settles what envelope, path and items say, in this order. */
export function settle(found: Found, path: string, lines: Readonly<Record<string, number>>): Unsettled {
  const evidence = evidenceOf(found);
  const told = pathPlace(path);
  const trusted = told.doubtful && evidence.accounts.size > 0 && !evidence.accounts.has(told.account ?? "");
  const account = found.account ?? (trusted ? undefined : told.account) ?? only(evidence.accounts);
  const region = isGlobal(found) ? undefined : (found.region ?? told.region ?? only(evidence.regions));
  return {
    found,
    path,
    lines,
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    evidence,
    contradicted: region !== undefined && evidence.regions.size > 0 && !evidence.regions.has(region),
  };
}

/** Whether nothing more needs to be known. */
export function isSettled({ found, account, region }: Unsettled): boolean {
  const resource = resourceOf(`${found.service}:${found.operation}`);
  if (resource === undefined) return true;
  return account !== undefined && (region !== undefined || isOfAccount(resource, found));
}

/** The answer, with the account and Region that `around` (its folder, the whole estate) agrees on where it has none. */
export function settled(answer: Unsettled, around: readonly Evidence[]): RawAnswer {
  const { found, path: uri, lines } = answer;
  const { service, operation, input, output, time } = found;
  const account = answer.account ?? agreed(around.map(({ accounts }) => accounts));
  const region = isGlobal(found)
    ? undefined
    : (answer.region ?? agreed(around.map(({ regions }) => regions)));
  return {
    service,
    operation,
    input,
    output,
    source: "aws",
    uri,
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(time === undefined ? {} : { time }),
    ...(Object.keys(lines).length === 0 ? {} : { lines }),
  };
}

function isGlobal(found: Found): boolean {
  const resource = resourceOf(`${found.service}:${found.operation}`);
  return resource !== undefined && isOfAccount(resource, found);
}

/** What belongs to no Region says nothing of the Region of what lies beside it, though its ARN names one. */
function evidenceOf(found: Found): Evidence {
  const { service, operation, input, output } = found;
  const evidence = evidenceIn(input, output);
  const global = resourceOf(`${service}:${operation}`)?.isGlobal?.(input, output) === true;
  return global ? { ...evidence, regions: new Set() } : evidence;
}

/** The nearest surroundings that name exactly one. */
function agreed(sets: readonly ReadonlySet<string>[]): string | undefined {
  return sets.map(only).find((name) => name !== undefined);
}

function only(names: ReadonlySet<string>): string | undefined {
  const [first] = names;
  return names.size === 1 ? first : undefined;
}
