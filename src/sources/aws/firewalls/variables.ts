import type { Item } from "../item.js";

/** What the names in the rules of a group stand for. */
export interface Variables {
  /** `$NAME` of addresses. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  /** `$NAME` of ports. */
  readonly ports: ReadonlyMap<string, readonly string[]>;
  /** `@NAME`: the ARN of a prefix list or of a resource group. */
  readonly references: ReadonlyMap<string, string>;
}

/** The variables that a rule group defines. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RuleVariables.html */
export function variablesOf(group: Item): Variables {
  const told = group.child("RuleVariables");
  const sets = group.child("ReferenceSets")?.child("IPSetReferences") ?? null;
  return {
    addresses: definitions(told?.child("IPSets") ?? null),
    ports: definitions(told?.child("PortSets") ?? null),
    references: new Map(
      named(sets).flatMap(([name, set]) => {
        const arn = set.text("ReferenceArn");
        return arn === null ? [] : [[name, arn] as const];
      }),
    ),
  };
}

/** A map of sets by their names, e.g. `IPSets`. */
export function definitions(sets: Item | null): Map<string, readonly string[]> {
  return new Map(named(sets).map(([name, set]) => [name, set.texts("Definition")]));
}

/** The members of an object that are objects themselves. */
function named(item: Item | null): (readonly [name: string, member: Item])[] {
  if (item === null) return [];
  return Object.keys(item.json).flatMap((name) => {
    const member = item.child(name);
    return member === null ? [] : [[name, member] as const];
  });
}
