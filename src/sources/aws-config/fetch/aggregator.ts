import type { JsonObject, LedgerRow, RawAnswer } from "../../../model/index.js";
import {
  type Ask,
  type Collected,
  describeFailure,
  type EarlierAnswers,
  failureIn,
  inOrder,
  type Retold,
  statusOf,
} from "../../aws/index.js";
import { withoutHidden } from "../clean.js";
import { expressionFor } from "../expression.js";
import { type Held, Holdings } from "../holdings.js";
import { RECORDER } from "../recorder.js";
import { placeOf, readResults } from "../results.js";
import { retell } from "../retell.js";
import { TYPES, typesOf } from "../types.js";
import { resourceCounts, selectItems, sourcesStatus } from "./calls.js";
import { countsIn, freshRegions } from "./sources.js";

export interface AggregatorOptions {
  readonly name: string;
  /** Where the aggregator is. */
  readonly region: string;
  /** What the aggregator copied before then (RFC 3339) does not count. */
  readonly since: string;
  /** Whether records that are made once a day are young enough. */
  readonly daily: boolean;
  /** Answers of an earlier collection. */
  readonly earlier?: EarlierAnswers | undefined;
}

/** What the aggregator says of one account. */
interface Account {
  readonly holdings: Holdings;
  readonly answers: readonly RawAnswer[];
  readonly items: number;
  readonly fresh: ReadonlySet<string>;
  /** Types of which it holds another number than it says that there are. */
  readonly uneven: ReadonlySet<string>;
  /** Why nothing of it is used. */
  readonly unusable: string | null;
  readonly status: LedgerRow["status"];
}

/** Types that may stand for the API's answers, and the recorders that tell whether they do. */
const ASKED = [RECORDER, ...TYPES.filter(({ lacks }) => lacks === undefined).map(({ type }) => type)];

/**
 * Answers questions to the API from AWS Config's aggregator, where that holds all that the API would tell; others are
 * left to whoever asks next. One query an account.
 */
export class Aggregator {
  private readonly accounts = new Map<string, Promise<Account>>();
  private readonly doubts = new Map<string, Set<string>>();
  private statuses: Promise<RawAnswer[]> | undefined;

  constructor(
    private readonly ask: Ask,
    private readonly options: AggregatorOptions,
  ) {}

  readonly find: EarlierAnswers = async ({ service, operation, input, account, region }) => {
    const call = `${service}:${operation}`;
    if (account === undefined || region === undefined || !isAsked(call)) return undefined;
    const known = await this.account(account);
    const doubt = this.doubt(known, call, { account, region });
    if (doubt === null) return this.answer(known, call, { account, region, input: input as JsonObject });
    if (known.unusable === null) this.note(account, `${call} in ${region}: ${doubt}`);
    return undefined;
  };

  /** What was read of the aggregator, and why it did not do; asked once, at the end. */
  async told(): Promise<Collected> {
    const accounts = await Promise.all(
      [...this.accounts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(async ([id, one]) => [id, await one] as const),
    );
    return {
      answers: accounts.flatMap(([, { answers }]) => answers),
      batch: { nodes: [], edges: [], gaps: [] },
      ledger: accounts.map(([id, account]) => this.row(id, account)),
    };
  }

  private row(id: string, { answers, items, status, unusable }: Account): LedgerRow {
    const read = [...(this.doubts.get(id) ?? [])].sort();
    const whole = unusable === null ? null : `${unusable}; all is read directly`;
    const message = whole ?? (read.length === 0 ? null : `read directly: ${read.join("; ")}`);
    const time = answers[0]?.time;
    return {
      source: "aws-config",
      account: id,
      call: "config:SelectAggregateResourceConfig",
      status,
      answers: answers.length,
      items,
      ...(time === undefined ? {} : { time }),
      ...(message === null ? {} : { message }),
    };
  }

  private note(account: string, doubt: string): void {
    const doubts = this.doubts.get(account) ?? new Set();
    this.doubts.set(account, doubts.add(doubt));
  }

  private doubt(known: Account, call: string, where: { account: string; region: string }): string | null {
    if (known.unusable !== null) return known.unusable;
    if (!known.fresh.has(where.region)) return "the aggregator has no copy that is young enough";
    const uneven = typesOf(call).find(({ type }) => known.uneven.has(type));
    if (uneven !== undefined) return `not all of ${uneven.type} was told`;
    const doubt = known.holdings.doubt(call, where, this.options.daily);
    return doubt === null ? null : `AWS Config ${doubt}`;
  }

  private answer(
    { holdings, answers }: Account,
    call: string,
    question: { account: string; region: string; input: JsonObject },
  ): Retold | undefined {
    const { account, region, input } = question;
    const [first] = answers;
    if (first === undefined) return undefined;
    const held = holdings.of(call, { account, region }).filter((one) => isAbout(one, input));
    return retell({ call, where: { account, region }, input }, held, placeOf(first, "/0/output"));
  }

  private account(id: string): Promise<Account> {
    const known = this.accounts.get(id) ?? this.read(id);
    this.accounts.set(id, known);
    return known;
  }

  private async read(account: string): Promise<Account> {
    const { name: ConfigurationAggregatorName, region, since, earlier } = this.options;
    const name = { ConfigurationAggregatorName };
    const input = { ...name, Expression: expressionFor(account, ASKED) };
    const where = { account, region };
    this.statuses ??= this.ask(sourcesStatus, name, { account: undefined, region });
    const statuses = await this.statuses;
    // Cited as they will be exported.
    const answers = inOrder((await this.ask(selectItems, input, { ...where, earlier })).map(withoutHidden));
    const filters = { Filters: { AccountId: account }, GroupByKey: "RESOURCE_TYPE" };
    const counts = await this.ask(resourceCounts, { ...name, ...filters }, where);
    const holdings = new Holdings();
    const read = answers.map((answer, index) => readResults(answer, `/${index}/output`));
    for (const { item, at } of read.flatMap(({ items }) => items)) holdings.add(item, at);
    const held = countBy(read.flatMap(({ items }) => items.map(({ item }) => item.type)));
    const failure = [...statuses, ...answers, ...counts].map(failureIn).find((one) => one !== null) ?? null;
    const isBroken = read.some(({ broken }) => broken.length > 0);
    return {
      holdings,
      answers,
      items: read.flatMap(({ items }) => items).length,
      fresh: freshRegions(statuses, { account, since }),
      uneven: uneven(held, countsIn(counts)),
      unusable: failure !== null ? describeFailure(failure) : isBroken ? "a result cannot be read" : null,
      status: failure !== null ? statusOf(failure) : isBroken ? "failed" : "ok",
    };
  }
}

function isAsked(call: string): boolean {
  const types = typesOf(call);
  return types.length > 0 && types.every(({ type }) => ASKED.includes(type));
}

/** Whether a thing is what a question of the kind that is asked item by item is about. */
function isAbout({ type, shaped }: Held, input: JsonObject): boolean {
  if (type.about === undefined) return true;
  const about = type.about(shaped);
  return about !== null && Object.entries(about).every(([member, value]) => input[member] === value);
}

function countBy(types: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

function uneven(held: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): Set<string> {
  return new Set(
    ASKED.filter((type) => type !== RECORDER && (held.get(type) ?? 0) !== (counts.get(type) ?? 0)),
  );
}
