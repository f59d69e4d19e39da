import { type Gap, gapOf, type JsonObject, type LedgerRow, type RawAnswer } from "../../model/index.js";
import {
  describeFailure,
  failureIn,
  placeOf as placeOfAnswer,
  type Reteller,
  type Retold,
  resourceOf,
  statusOf,
  touchedBy,
} from "../aws/index.js";
import { withoutHidden } from "./clean.js";
import { type Asked, askedBy, asksFor } from "./expression.js";
import { type Held, Holdings, type Where } from "./holdings.js";
import { isSelect, placeOf, type Read, readResults } from "./results.js";
import { retell } from "./retell.js";
import { typesOf } from "./types.js";

/** Input of an answer that does not stand for all that is there. */
const PART = { ConfigurationItems: "a part" };

/**
 * Reads configuration items out of saved answers to AWS Config's queries. What they are known to hold in full stands
 * for the API's own answer; what they may hold in part is told, and stays missing as an answer.
 */
export class SavedItems implements Reteller {
  private readonly holdings = new Holdings();
  private readonly asked: Asked[] = [];
  private readonly broken: Read["broken"][number][] = [];
  private readonly parts: Gap[] = [];
  private readonly rows = new Map<string, LedgerRow>();
  private first: RawAnswer | undefined;
  private given = new Set<string>();
  private taken = new Set<string>();

  takes = isSelect;

  add(answer: RawAnswer, pointer: string): RawAnswer {
    const kept = withoutHidden(answer);
    this.first ??= kept;
    const failure = failureIn(kept);
    if (failure !== null) {
      this.count(kept, { items: 0, status: statusOf(failure), message: describeFailure(failure) });
      return kept;
    }
    const { items, broken } = readResults(kept, pointer);
    for (const { item, at } of items) this.holdings.add(item, at);
    this.broken.push(...broken);
    this.learn(kept);
    this.count(kept, { items: items.length, status: broken.length > 0 ? "failed" : "ok" });
    return kept;
  }

  retold(isAnswered: (call: string, where: Where) => boolean): Retold[] {
    const { first } = this;
    if (first === undefined) return [];
    return this.holdings
      .all()
      .filter(({ call, where }) => !isAnswered(call, where))
      .flatMap(({ call, where }) => this.answers(call, where, first));
  }

  gaps(): Gap[] {
    const broken = this.broken.map(({ message, at }) =>
      gapOf({ reason: "unparsed", message, at, touches: {} }),
    );
    const { first } = this;
    if (first === undefined) return [];
    const at = placeOf(first, "");
    const unknown = [...this.holdings.unknown].map(([type, count]) => {
      const message = `${count} configuration items are of ${type}, which is not modelled here`;
      return gapOf({ reason: "unsupported", message, at, touches: {} });
    });
    return [...broken, ...unknown, ...this.parts];
  }

  ledger(): LedgerRow[] {
    return [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }

  /** One answer of a list; one a thing that is asked about. */
  private answers(call: string, where: Where, first: RawAnswer): Retold[] {
    const held = this.holdings.of(call, where);
    const doubt = this.doubt(call, where);
    if (doubt !== null && held.length === 0) return [];
    if (doubt !== null) this.tell(`AWS Config ${doubt}: ${call} has to be saved too`, call, where);
    const groups = new Map<string, { readonly about: JsonObject; readonly held: Held[] }>();
    for (const about of this.questions(call, where)) groups.set(JSON.stringify(about), { about, held: [] });
    for (const one of held) groups.get(JSON.stringify(one.type.about?.(one.shaped) ?? {}))?.held.push(one);
    const at = placeOf(first, "");
    return [...groups.values()].map((group) => {
      const input = doubt === null ? group.about : { ...group.about, ...PART };
      return retell({ call, where, input }, group.held, at);
    });
  }

  /** What a call would be asked with: about what its items belong to, whether or not there are any. */
  private questions(call: string, where: Where): JsonObject[] {
    return typesOf(call).flatMap((type) => {
      if (type.about === undefined) return [{}];
      const listed = type.of === undefined ? [] : this.holdings.of(type.of, where);
      return [...this.holdings.of(call, where), ...listed].map(({ shaped }) => type.about?.(shaped) ?? {});
    });
  }

  /** Things that are known in part are in doubt as a whole, whether or not the call's absence would be missed. */
  private tell(message: string, call: string, where: Where): void {
    const { first } = this;
    const resource = resourceOf(call);
    if (first === undefined || resource === undefined) return;
    const touches = touchedBy(resource, { ...placeOfAnswer(first), ...where, call }, {});
    this.parts.push(gapOf({ reason: "not-collected", message, at: placeOf(first, ""), touches }));
  }

  /** Why items do not stand for the API's answer; null where they do. */
  private doubt(call: string, where: Where): string | null {
    if (this.broken.length > 0) return "answered with what cannot be read";
    if ([...this.given].some((token) => !this.taken.has(token))) return "was not read to the end";
    const { account, region = "global" } = where;
    const asked = typesOf(call).every(({ type }) =>
      this.asked.some((one) => asksFor(one, { type, account, region })),
    );
    return asked
      ? this.holdings.doubt(call, where, true)
      : "was asked for a part alone, or for who knows what";
  }

  private learn({ input, output }: RawAnswer): void {
    const { Expression: expression, NextToken: token } = input;
    const asked = typeof expression === "string" ? askedBy(expression) : null;
    if (asked !== null) this.asked.push(asked);
    if (typeof token === "string") this.taken.add(token);
    if (typeof output["NextToken"] === "string") this.given.add(output["NextToken"]);
  }

  private count({ operation, account, region, time }: RawAnswer, told: Counted): void {
    const where = {
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
    };
    const key = JSON.stringify([account ?? "", region ?? "", operation]);
    const row = this.rows.get(key);
    const worse = row === undefined || row.status === "ok" ? told : row;
    const { status, message } = worse;
    this.rows.set(key, {
      source: "aws-config",
      ...where,
      call: `config:${operation}`,
      status,
      answers: (row?.answers ?? 0) + 1,
      items: (row?.items ?? 0) + told.items,
      ...(time === undefined ? {} : { time: row?.time === undefined || time < row.time ? time : row.time }),
      ...(message === undefined ? {} : { message }),
    });
  }
}

type Counted = Pick<LedgerRow, "items" | "status" | "message">;
