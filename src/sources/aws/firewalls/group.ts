import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import type { Place } from "../place.js";
import { scopeOf } from "../place.js";
import { AddressText } from "./address-text.js";
import { type Variables, variablesOf } from "./variables.js";

/** A rule group whose rules are being read. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly variables: Variables;
  readonly addresses: AddressText;
  /** An id for a rule by its number; the second of one number gets another. */
  ruleId(local: string): string;
}

export function groupOf(id: string, rules: Item | null): Group {
  const variables: Variables =
    rules === null ? { addresses: new Map(), ports: new Map(), references: new Map() } : variablesOf(rules);
  const taken = new Map<string, number>();
  return {
    id,
    name: nameOf(id),
    variables,
    addresses: new AddressText(variables),
    ruleId(local) {
      const times = (taken.get(local) ?? 0) + 1;
      taken.set(local, times);
      return `${id}#${local}${times === 1 ? "" : `/${times}`}`;
    },
  };
}

/** `stateful-rulegroup/web` is web. */
export function nameOf(arn: string): string {
  return (partsOfArn(arn)?.resource ?? arn).replace(/^[^/]*\//, "");
}

/** What is stateful by its ARN: `stateful-rulegroup/…`; null where it does not say. */
export function isStateful(arn: string): boolean | null {
  const kind = /^(stateful|stateless)-rulegroup\//.exec(partsOfArn(arn)?.resource ?? "")?.[1];
  return kind === undefined ? null : kind === "stateful";
}

/** The node of a rule group, as far as its ARN tells. Groups of the provider belong to no account. */
export function groupBase(place: Place, id: string, stateful: boolean) {
  const { account, region } = partsOfArn(id) ?? {};
  const { account: _asked, ...nowhere } = scopeOf(place, account, region);
  return {
    id,
    kind: "filter",
    type: stateful ? "aws.network-firewall-stateful-group" : "aws.network-firewall-stateless-group",
    label: nameOf(id),
    scope: account === undefined ? nowhere : scopeOf(place, account, region),
  } as const;
}
