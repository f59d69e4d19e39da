import {
  type EstateNode,
  isObject,
  type Json,
  type LastChange,
  type LedgerRow,
  type Provenance,
  type RawAnswer,
} from "../../../model/index.js";
import { inOrder } from "../answer-order.js";
import type { Collected } from "../collected.js";
import { describeFailure, failureIn, statusOf } from "../failure.js";
import type { Ask } from "../fetch/asker.js";
import { placeOf } from "../place.js";
import { keptEvent, toldBy } from "./event.js";
import { lookupEvents } from "./lookup-events.js";

/** Operations after which a rule is as it is. */
const EVENTS = [
  "AuthorizeSecurityGroupEgress",
  "AuthorizeSecurityGroupIngress",
  "CreateNetworkAclEntry",
  "ModifySecurityGroupRules",
  "ReplaceNetworkAclEntry",
];

type Rule = Pick<EstateNode<"rule">, "id" | "type" | "label" | "scope">;

/** Finds who changed rules last, in the event history of one account: the last 90 days, Region by Region. */
export class LastChanges {
  /** By Region, then by what events call them. */
  private readonly rules = new Map<string, Map<string, Rule>>();

  constructor(
    private readonly ask: Ask,
    private readonly account: string,
  ) {}

  /** Takes note of the rules among these nodes. */
  see(nodes: readonly EstateNode[]): void {
    for (const node of nodes) {
      const { id, kind, type, label, aliases, scope } = node;
      const name = type === "aws.network-acl-entry" ? id.split("/").slice(1).join("/") : aliases[0];
      if (kind !== "rule" || scope.account !== this.account || name === undefined) continue;
      const { region = "" } = scope;
      const known = this.rules.get(region) ?? new Map<string, Rule>();
      this.rules.set(region, known.set(name, { id, type, label, scope }));
    }
  }

  /** One hand-over a Region: the events, and what they say of rules that are still there. */
  async *told(): AsyncGenerator<Collected> {
    for (const [region, rules] of [...this.rules].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (region === "") continue;
      const answers: RawAnswer[] = [];
      for (const name of EVENTS) answers.push(...(await this.events(region, name)));
      const ordered = inOrder(answers).map(kept);
      const nodes = [...newest(ordered)].flatMap(([name, told]) => {
        const rule = rules.get(name);
        return rule === undefined ? [] : [nodeOf(rule, told)];
      });
      yield { answers: ordered, batch: { nodes, edges: [], gaps: [] }, ledger: [this.row(region, ordered)] };
    }
  }

  private events(region: string, name: string): Promise<RawAnswer[]> {
    const input = { LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: name }] };
    return this.ask(lookupEvents, input, { region, account: this.account });
  }

  private row(region: string, answers: readonly RawAnswer[]): LedgerRow {
    const failure = answers.map(failureIn).find((one) => one !== null) ?? null;
    return {
      source: "aws",
      account: this.account,
      region,
      call: "cloudtrail:LookupEvents",
      status: failure === null ? "ok" : statusOf(failure),
      answers: answers.length,
      items: answers.flatMap(({ output }) => eventsIn(output)).length,
      ...(failure === null ? {} : { message: `${describeFailure(failure)}; who changed rules is not told` }),
    };
  }
}

interface Told {
  readonly change: LastChange;
  readonly at: Provenance;
}

/** The newest change of each rule; of two at one time, the one whose operation sorts last. */
function newest(answers: readonly RawAnswer[]): Map<string, Told> {
  const changes = new Map<string, Told>();
  for (const [index, answer] of answers.entries()) {
    const place = placeOf(answer, `/${index}/output`);
    for (const [number, event] of eventsIn(answer.output).entries()) {
      const told = toldBy(event);
      const at = place.at(`/Events/${number}`);
      for (const rule of told?.rules ?? []) {
        const known = changes.get(rule);
        if (told !== null && (known === undefined || known.change.when <= told.change.when))
          changes.set(rule, { change: told.change, at });
      }
    }
  }
  return changes;
}

function nodeOf(rule: Rule, { change, at }: Told): EstateNode<"rule"> {
  return { ...rule, kind: "rule", aliases: [], tags: {}, is: { lastChange: change }, native: {}, at };
}

function kept(answer: RawAnswer): RawAnswer {
  if (failureIn(answer) !== null) return answer;
  return { ...answer, output: { ...answer.output, Events: eventsIn(answer.output).map(keptEvent) } };
}

function eventsIn({ Events: events }: RawAnswer["output"]) {
  return Array.isArray(events) ? (events as Json[]).filter(isObject) : [];
}
