import type { PolicyException, Provenance, Report } from "../model/index.js";

/** `1 finding`, `1,234 findings`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}

/** A whole number with a comma at every third digit, whatever the machine's locale. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Why an exception does not hold any more: `reopened: was accepted in another state (owner, ticket)`. */
export function reopenedText({ owner, ticket }: Pick<PolicyException, "owner" | "ticket">): string {
  return `reopened: was accepted in another state (${owner}, ${ticket})`;
}

/** Where something was read, for people: `file:line:column`. */
export function placeOf(at: Provenance): string {
  return [at.uri, at.line, at.column].filter((part) => part !== undefined).join(":");
}

/** The planned resource, or the call, account and Region, that gave it; may be empty. */
export function sourceParts(at: Provenance): string[] {
  return [at.address, at.call, at.account, at.region].filter((part) => part !== undefined);
}

/** What the run looked at: `2 accounts · 3 Regions · 1 site · 1,204 nodes`. */
export function estateOf({ estate }: Report): string {
  const nodes = Object.values(estate.nodes).reduce((sum, number) => sum + number, 0);
  const parts = [
    [estate.accounts.length, "account"],
    [estate.regions.length, "Region"],
    [estate.sites.length, "site"],
  ] as const;
  return [
    ...parts.filter(([number]) => number > 0).map(([number, word]) => count(number, word)),
    count(nodes, "node"),
  ].join(" · ");
}
