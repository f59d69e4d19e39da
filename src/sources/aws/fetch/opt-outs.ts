import type { JsonObject, RawAnswer } from "../../../model/index.js";
import { Draft } from "../draft.js";
import { describeFailure, failureIn } from "../failure.js";
import { Item } from "../item.js";
import { listedIn } from "../listed.js";
import { placeOf } from "../place.js";
import { callOf, type Resource } from "../resource.js";
import { accountsForParent } from "../resources/identity/accounts-for-parent.js";
import { organizationRoots } from "../resources/identity/organization-roots.js";
import { organizationalUnits } from "../resources/identity/organizational-units.js";
import { ask, type Caller } from "./call.js";
import type { OptOut } from "./collect-options.js";

/** Asked of accounts alone, and only where opting out goes by tags: https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListTagsForResource.html */
const accountTags: Resource = {
  service: "organizations",
  operation: "ListTagsForResource",
  list: "Tags",
  actions: ["organizations:ListTagsForResource"],
  kinds: [],
  types: [],
  scope: "account",
  paging: { input: "NextToken", output: "NextToken", size: {} },
  normalize: () => undefined,
};

/** An answer without which nobody knows what was opted out. */
export class Untold extends Error {}

/** Why an account was left out, by what the configuration says; null for those that are to be read. */
export type WhyOut = (account: string) => Promise<string | null>;

/** @throws {Untold} where the organization does not say what is in a unit, or how an account is tagged */
export function whyOut(optOut: OptOut, caller: Caller): WhyOut {
  const { accounts = [], units = [], tags = [] } = optOut;
  let inUnits: Promise<ReadonlyMap<string, string>> | undefined;
  return async (account) => {
    if (accounts.includes(account)) return "by its id";
    if (units.length > 0) {
      inUnits ??= accountsIn(units, caller);
      const unit = (await inUnits).get(account);
      if (unit !== undefined) return `with the unit ${unit}`;
    }
    if (tags.length === 0) return null;
    const own = await items(accountTags, { ResourceId: account }, caller);
    const said = own.map((tag) => [tag.text("Key"), tag.text("Value")] as const);
    const tag = tags.find((one) => said.some(([key, value]) => one === key || one === `${key}=${value}`));
    return tag === undefined ? null : `with the tag ${tag}`;
  };
}

/** Accounts in the units, each with the unit that it stands in, as it was named. */
async function accountsIn(units: readonly string[], caller: Caller): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const wanted = units.map((unit) => unit.replace(/^\/|\/$/g, ""));
  const below = async (parent: Item, path: readonly string[], named?: string): Promise<void> => {
    const id = parent.text("Id") ?? "";
    const unit = named ?? wanted.find((one) => one === id || one === path.join("/"));
    if (unit !== undefined)
      for (const account of await items(accountsForParent, { ParentId: id }, caller))
        found.set(account.text("Id") ?? "", unit);
    for (const child of await items(organizationalUnits, { ParentId: id }, caller))
      await below(child, [...path, child.text("Name") ?? ""], unit);
  };
  for (const root of await items(organizationRoots, {}, caller)) await below(root, []);
  return found;
}

/** All items of a list. */
async function items(resource: Resource, input: JsonObject, caller: Caller): Promise<Item[]> {
  const answers = await ask(resource, input, caller);
  return answers.flatMap((answer) => {
    const failure = failureIn(answer);
    if (failure !== null) throw new Untold(`${callOf(resource)} ${describeFailure(failure)}`);
    return itemsIn(resource, answer);
  });
}

/** The items of an answer, to be read without trust. */
export function itemsIn(resource: Resource, answer: RawAnswer): Item[] {
  const draft = new Draft(placeOf(answer));
  return listedIn(resource, answer.output as JsonObject).map(
    (json) => new Item(json, "", { draft, touches: {} }),
  );
}
