import type { Item } from "../item.js";
import { isAccount } from "../names.js";
import { scopeOf } from "../place.js";
import { ownId } from "./thing.js";

/** A number that is counted up or watched. */
export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  /** Where it is kept, if not here. */
  readonly account?: string | null;
}

/** Leads from what counts a metric up, or watches it, to the metric; both are told by those alone. */
export function metricEdge(item: Item, from: string, { namespace, name, account }: MetricName): void {
  const { draft, pointer } = item;
  const owner = account != null && isAccount(account) ? account : draft.place.account;
  const place = { ...draft.place, ...(owner === undefined ? {} : { account: owner }) };
  const to = draft.node({
    id: ownId("metric", place, `${namespace}/${name}`),
    ...{ kind: "metric", type: "aws.metric", label: `${namespace} ${name}` },
    ...{ scope: scopeOf(draft.place, owner), is: { namespace, name }, native: {}, pointer },
  });
  draft.edge({ from, relation: "metrics", to, pointer });
}

/** Topics among the things that an alarm or a trail tells. */
export function topicEdges(item: Item, from: string, actions: readonly string[]): void {
  const { draft, pointer } = item;
  for (const to of actions)
    if (/^arn:[a-z-]+:sns:/.test(to)) draft.edge({ from, relation: "topics", to, pointer });
}
