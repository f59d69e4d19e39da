import type { Scope } from "../../../model/index.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { tagsOf } from "../tags.js";

/** Who a thing of IAM is: things of IAM belong to an account, or to the provider, and to no Region. */
export interface IamIdentity {
  readonly id: string;
  /** The item, whose gaps now touch the node. */
  readonly item: Item;
  readonly account: string | undefined;
  readonly base: ReturnType<typeof baseOf>;
}

/**
 * Reads who an item is. Null, with a gap, for one without an ARN.
 * @param members names of the members that hold the name and the unique id (AROA…, by which a trust policy names
 * what no longer exists)
 */
export function iamIdentity(raw: Item, members: { name?: string; unique?: string } = {}): IamIdentity | null {
  const id = raw.text("Arn") ?? "";
  const parts = partsOfArn(id);
  if (parts === null) {
    raw.gap("unparsed", `${raw.draft.place.call} answered with an item that has no Arn`);
    return null;
  }
  const item = raw.about(id);
  const { account } = parts;
  const name = (members.name === undefined ? null : item.text(members.name)) ?? nameIn(id);
  const unique = members.unique === undefined ? null : item.text(members.unique);
  return { id, item, account, base: baseOf(item, { id, name, unique }) };
}

function baseOf(item: Item, known: { id: string; name: string; unique: string | null }) {
  const { id, name, unique } = known;
  return {
    id,
    label: name,
    aliases: unique === null || unique === "" ? [] : [unique],
    scope: globalScope(id),
    tags: tagsOf(item),
    native: item.json,
    pointer: item.pointer,
  };
}

/** The scope of a thing that belongs to no Region, by its ARN. */
export function globalScope(arn: string): Scope {
  const [, partition = "aws"] = arn.split(":");
  const { account } = partsOfArn(arn) ?? {};
  return { provider: "aws", partition, ...(account === undefined ? {} : { account }) };
}

/** `arn:aws:iam::aws:policy/job-function/Billing` is Billing. */
export function nameIn(arn: string): string {
  return (partsOfArn(arn)?.resource ?? arn).replace(/^[^/]*\/(?:.*\/)?(?=.)/s, "");
}
