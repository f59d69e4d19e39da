import { isObject, type Json, type LedgerRow, type RawAnswer } from "../../../model/index.js";
import type { Collected } from "../collected.js";
import { describeFailure, failureIn, statusOf } from "../failure.js";
import type { Ask } from "../fetch/asker.js";
import { lookupEvents } from "./lookup-events.js";
import { RECORDED, reachesFurther } from "./recorded-calls.js";

/** Events of services that belong to no Region are kept there; other partitions refuse the question. */
const GLOBAL = "us-east-1";
/** Events arrive up to that late, so that before an answer too one may have changed what it should have told. */
const MARGIN = 15 * 60_000;
const LATE = "what was written in the last quarter of an hour may not be among it";
/** The event history goes back 90 days: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html */
const HISTORY = 89 * 86_400_000;
const HOUR = 3_600_000;

interface Options {
  /** The one account whose events are seen. */
  readonly account: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What was written in a Region since a time: the newest event of each source; null where that cannot be known. */
type Written = ReadonlyMap<string, number> | null;

/**
 * Tells whether an answer that was given before would be given again, by the write events that CloudTrail recorded
 * since. Whatever it cannot tell has changed.
 */
export class Changes {
  private readonly written = new Map<string, Promise<Written>>();
  private readonly rows = new Map<string, LedgerRow>();

  constructor(
    private readonly ask: Ask,
    private readonly options: Options,
  ) {}

  /** @param answer with the time at which it was given */
  async isUnchanged(answer: RawAnswer): Promise<boolean> {
    const { service, operation, account, region = GLOBAL, time } = answer;
    const source = RECORDED.get(`${service}:${operation}`);
    const given = Date.parse(time ?? "");
    const { now } = this.options;
    if (source === undefined || account !== this.options.account || answer.source !== "aws") return false;
    if (!Number.isFinite(given) || given > now || now - given > HISTORY) return false;
    const since = given - MARGIN;
    const written = await this.since(region, Math.floor(since / HOUR) * HOUR);
    if (written === null) return false;
    return ![...written].some(([from, last]) => last >= since && (from === source || reachesFurther(from)));
  }

  /** What was looked up; asked once, at the end. */
  told(): Collected {
    const ledger = [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    return { answers: [], batch: { nodes: [], edges: [], gaps: [] }, ledger };
  }

  private since(region: string, start: number): Promise<Written> {
    const key = `${region} ${start}`;
    const known = this.written.get(key) ?? this.lookUp(region, start);
    this.written.set(key, known);
    return known;
  }

  private async lookUp(region: string, start: number): Promise<Written> {
    const input = {
      LookupAttributes: [{ AttributeKey: "ReadOnly", AttributeValue: "false" }],
      StartTime: start / 1000,
    };
    const answers = await this.ask(lookupEvents, input, { region, account: this.options.account });
    const events = answers.flatMap(({ output }) => eventsIn(output["Events"] as Json));
    const failure = answers.map(failureIn).find((one) => one !== null) ?? null;
    this.rows.set(`${region} ${start}`, {
      source: "aws",
      account: this.options.account,
      region,
      call: "cloudtrail:LookupEvents",
      status: failure === null ? "ok" : statusOf(failure),
      answers: answers.length,
      items: events.length,
      message: failure === null ? LATE : `${describeFailure(failure)}; everything there is asked again`,
    });
    return failure === null ? newest(events) : null;
  }
}

/** An event without source or time may have changed anything, at any time. */
function newest(events: readonly { EventSource?: Json; EventTime?: Json }[]): Map<string, number> {
  const written = new Map<string, number>();
  for (const { EventSource: source, EventTime: time } of events) {
    const name = typeof source === "string" ? source : "";
    const at = typeof time === "string" ? Date.parse(time) : Number.NaN;
    const last = Number.isFinite(at) ? at : Number.POSITIVE_INFINITY;
    written.set(name, Math.max(written.get(name) ?? 0, last));
  }
  return written;
}

function eventsIn(value: Json | undefined) {
  return Array.isArray(value) ? value.map((one) => (isObject(one) ? one : {})) : [];
}
