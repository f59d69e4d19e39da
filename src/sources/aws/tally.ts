import type { LedgerRow, LedgerStatus, RawAnswer } from "../../model/index.js";
import { describeFailure, failureIn, statusOf } from "./failure.js";
import { isNotOffered } from "./not-offered.js";
import { askedToken } from "./paging.js";
import { resourceOf } from "./registry.js";
import { saysNone } from "./resource.js";

/** The row of the coverage ledger for one call in one scope, added up over its answers. */
export class Tally {
  private status: LedgerStatus = "ok";
  private message: string | undefined;
  private time: string | undefined;
  private answers = 0;
  private items = 0;
  private source = "aws";

  constructor(private readonly place: Pick<LedgerRow, "account" | "region" | "call">) {}

  add(answer: RawAnswer): void {
    const { time } = answer;
    this.source = answer.source;
    if (time !== undefined && (this.time === undefined || time < this.time)) this.time = time;
    const failure = failureIn(answer);
    const resource = resourceOf(this.place.call);
    const none = failure !== null && resource !== undefined && saysNone(resource, failure);
    if (failure === null || none) {
      this.answers++;
      this.items += none ? 0 : itemsIn(answer);
      return;
    }
    if (isNotOffered(answer, failure)) {
      this.worsen("unsupported", `is not offered in ${answer.region}`);
      return;
    }
    const later = resource !== undefined && askedToken(resource, answer.input as never) !== null;
    this.worsen(later ? "truncated" : statusOf(failure), describeFailure(failure));
  }

  /** The first failure is told: with several, they are mostly one and the same. */
  worsen(status: LedgerStatus, message: string): void {
    if (this.status !== "ok") return;
    this.status = status;
    this.message = message;
  }

  row(principal: string | undefined): LedgerRow {
    const { account, region, call } = this.place;
    const resource = resourceOf(call);
    if (resource === undefined) this.worsen("unsupported", "not modelled: kept, not judged");
    return {
      source: this.source,
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
      call,
      status: this.status,
      answers: this.answers,
      items: this.items,
      ...(principal === undefined ? {} : { principal }),
      ...(this.time === undefined ? {} : { time: this.time }),
      ...(this.message === undefined ? {} : { message: this.message }),
    };
  }
}

/** How many items an answer lists; an answer that is one object counts as one. */
export function itemsIn({ service, operation, output }: RawAnswer): number {
  const resource = resourceOf(`${service}:${operation}`);
  if (resource?.object !== undefined) return 1;
  const list = resource === undefined ? Object.values(output).find(Array.isArray) : output[resource.list];
  return Array.isArray(list) ? list.length : 0;
}
