import type { Asked, Inquiry } from "./inquiry.js";
import type { RecordNode } from "./zone-book.js";

/** Record sets that are answered together, and when. */
export interface Choice {
  readonly when: readonly string[];
  readonly records: readonly RecordNode[];
}

/**
 * Which record sets of one name and type may be answered. Who asks, where from and what is healthy decides, none of
 * which an estate tells. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html
 */
export function choicesOf(_inquiry: Inquiry, records: readonly RecordNode[], asked: Asked): Choice[] {
  const routed = records.filter(({ is }) => (is.routing?.policy ?? "simple") !== "simple");
  const [first] = routed;
  if (first === undefined || asked.type === "ANY") return [{ when: [], records }];
  const policy = first.is.routing?.policy ?? "unknown";
  if (policy === "multivalue")
    return [
      { when: ["of records with health checks those that are healthy, eight at most"], records: routed },
    ];
  if (policy === "weighted") return weighted(routed);
  const each = routed.map((record): Choice => ({ when: [conditionOf(record)], records: [record] }));
  if (policy === "failover") return each.sort((a, b) => rank(a) - rank(b));
  return (policy === "geolocation" && !routed.some(isDefault)) || (policy === "cidr" && !routed.some(isRest))
    ? [...each, { when: ["for everybody else"], records: [] }]
    : each;
}

/** Nothing of weight 0 is answered, unless all are. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html */
function weighted(records: readonly RecordNode[]): Choice[] {
  const heavy = records.filter(({ is }) => (is.routing?.weight ?? 0) > 0);
  const chosen = heavy.length === 0 ? records : heavy;
  const sum = chosen.reduce((total, { is }) => total + (is.routing?.weight ?? 0), 0);
  return chosen.map((record) => ({
    when: sum === 0 || chosen.length === 1 ? [] : [`${record.is.routing?.weight} of ${sum} times`],
    records: [record],
  }));
}

function conditionOf({ is: { routing } }: RecordNode): string {
  if (routing?.policy === "failover")
    return routing.failover === "primary"
      ? "while the primary is healthy"
      : "while the primary is not healthy";
  if (routing?.policy === "latency") return `where ${routing.region ?? "a Region"} is nearest`;
  if (routing?.policy === "geolocation") {
    const { continent = null, country = null, subdivision = null } = routing.location ?? {};
    if (country === "*") return "for everybody else";
    return `asked from ${[continent, country, subdivision].filter((part) => part !== null).join(" ")}`;
  }
  if (routing?.policy === "cidr")
    return routing.cidr?.location === "*"
      ? "for everybody else"
      : `asked from ${routing.cidr?.location ?? "a block"}`;
  return `where ${routing?.identifier ?? routing?.policy ?? "it"} is chosen`;
}

function rank({ records: [record] }: Choice): number {
  return record?.is.routing?.failover === "primary" ? 0 : 1;
}

function isDefault({ is }: RecordNode): boolean {
  return is.routing?.location?.country === "*";
}

function isRest({ is }: RecordNode): boolean {
  return is.routing?.cidr?.location === "*";
}
