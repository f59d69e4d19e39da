import type { Scope } from "../../model/index.js";
import { quoted } from "./block.js";
import type { Item } from "./item.js";
import { isAccount } from "./names.js";
import { scopeOf } from "./place.js";
import { labelOf, nameTag, tagsOf } from "./tags.js";

/** An attachment of a transit gateway: several calls and both accounts tell of it, and few name its owner. */
export interface Attachment {
  readonly id: string;
  readonly item: Item;
  readonly base: {
    readonly id: string;
    readonly label: string;
    readonly aliases: readonly string[];
    readonly scope: Scope;
    readonly tags: Record<string, string>;
    readonly native: Item["json"];
    readonly pointer: string;
  };
}

/** The id holds no account, for who lists an attachment need not own it. Null, with a gap, without an id. */
export function attachmentOf(raw: Item): Attachment | null {
  const short = raw.text("TransitGatewayAttachmentId");
  const { place } = raw.draft;
  if (short === null || short === "") {
    raw.gap("unparsed", `${place.call} answered with an attachment that has no TransitGatewayAttachmentId`);
    return null;
  }
  const id = attachmentArn(raw, short);
  const item = raw.about(id);
  const owner = raw.text("TransitGatewayOwnerId");
  const { account: _caller, ...nobodys } = scopeOf(place);
  const scope = owner !== null && isAccount(owner) ? scopeOf(place, owner) : nobodys;
  const tags = tagsOf(item, "Tags");
  const label = labelOf(short, nameTag(tags));
  return {
    id,
    item,
    base: { id, label, aliases: [short], scope, tags, native: item.json, pointer: item.pointer },
  };
}

export function attachmentArn({ draft: { place } }: Item, short: string): string {
  return `arn:${place.partition}:ec2:${place.region ?? ""}::transit-gateway-attachment/${short}`;
}

/** States in which an attachment is over, or never came to be: what it joined may be gone. */
const ENDED: ReadonlySet<string | null> = new Set(["deleted", "deleting", "failed", "rejected"]);

export function isEnded(attachment: Item): boolean {
  return ENDED.has(attachment.text("State"));
}

const OVER: ReadonlySet<string> = new Set(["disassociated", "disabled"]);
const SETTLED: ReadonlySet<string> = new Set(["associated", "enabled", "available"]);

/**
 * Whether an association, a propagation or a reference counts. One on its way in or out may or may not
 * steer packets: it is told, with a gap.
 * @param what the subject of the sentence, e.g. `The association of tgw-attach-1`
 */
export function isInForce(item: Item, what: string): boolean {
  const state = item.text("State");
  if (state === null || SETTLED.has(state)) return true;
  if (OVER.has(state)) return false;
  item.gap(
    "unmodelled",
    `${what} is in the state ${quoted(state)}: whether it steers packets is not settled`,
  );
  return true;
}
