import type { Config, LedgerRow } from "../model/index.js";
import { Asker, Changes, callerIdentity, type EarlierAnswers } from "../sources/aws/index.js";
import { Aggregator } from "../sources/aws-config/index.js";
import type { Collected } from "./sources.js";

export interface Known {
  /** Answers of earlier collections. */
  readonly earlier: EarlierAnswers | undefined;
  /** Answers since then (RFC 3339) are taken over as they are; absent: all of them are. */
  readonly since: string | undefined;
  /** Take older ones over too, where nothing was written since. */
  readonly changed: boolean;
  readonly aggregator: NonNullable<NonNullable<Config["sources"]>["aws"]>["aggregator"] | undefined;
}

const DAY = 86_400_000;

/**
 * Collects with all that need not be asked: what was answered before, or what AWS Config holds in full. What was read
 * to know that comes last.
 */
export async function* withKnown(
  known: Known,
  collect: (earlier: EarlierAnswers | undefined) => AsyncGenerator<Collected>,
): AsyncGenerator<Collected> {
  const asker = new Asker(() => new Date().toISOString());
  try {
    const own = known.changed || known.aggregator?.account !== undefined ? await callerIdentity() : undefined;
    const changes =
      known.changed && own !== undefined
        ? new Changes(asker.ask, { account: own.account, now: Date.now() })
        : undefined;
    const stranger = own !== undefined && (known.aggregator?.account ?? own.account) !== own.account;
    const aggregator = stranger ? undefined : aggregatorOf(known, asker);
    yield* collect(firstOf([unlessChanged(known, changes), aggregator?.find]));
    if (aggregator !== undefined) yield await aggregator.told();
    if (changes !== undefined) yield changes.told();
    if (stranger) yield ledger(elsewhere(known.aggregator?.account ?? "", own.account));
  } finally {
    asker.close();
  }
}

function aggregatorOf({ aggregator, since, earlier }: Known, asker: Asker): Aggregator | undefined {
  if (aggregator === undefined) return undefined;
  const dayAgo = new Date(Date.now() - DAY).toISOString();
  const { name, region } = aggregator;
  const from = since ?? dayAgo;
  // A record of every day may be as old as a day, and its copy somewhat older.
  return new Aggregator(asker.ask, { name, region, since: from, daily: from <= dayAgo, earlier });
}

function unlessChanged({ earlier, since }: Known, changes: Changes | undefined): EarlierAnswers | undefined {
  if (earlier === undefined || changes === undefined) return earlier;
  return async (question) => {
    const answer = await earlier(question);
    if (answer === undefined) return undefined;
    const isYoung = since !== undefined && answer.time !== undefined && answer.time >= since;
    return isYoung || (await changes.isUnchanged(answer)) ? answer : undefined;
  };
}

function firstOf(finders: readonly (EarlierAnswers | undefined)[]): EarlierAnswers | undefined {
  const asked = finders.filter((find) => find !== undefined);
  if (asked.length === 0) return undefined;
  return async (question) => {
    for (const find of asked) {
      const answer = await find(question);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
}

function elsewhere(account: string, own: string): LedgerRow {
  const message = `the aggregator is in account ${account}, the credentials are of ${own}: all is read directly`;
  const call = "config:SelectAggregateResourceConfig";
  return { source: "aws-config", account, call, status: "failed", answers: 0, items: 0, message };
}

function ledger(row: LedgerRow): Collected {
  return { answers: [], batch: { nodes: [], edges: [], gaps: [] }, ledger: [row] };
}
