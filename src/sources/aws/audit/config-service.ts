import type { FactsByKind } from "../../../model/index.js";
import type { Item } from "../item.js";
import { momentOf } from "../moment.js";
import { ownId, type Thing, thingNamed } from "./thing.js";
import { wordedOr } from "./wording.js";

type Delivery = FactsByKind["delivery-channel"]["stream"];

/** Things of AWS Config are named once in account and Region; not every call tells their ARNs. */
export function configThing(raw: Item, kind: string, member: string): Thing | null {
  return thingNamed(raw, member, (place, name) => ownId(kind, place, name));
}

/** https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigExportDeliveryInfo.html */
export function deliveryOf(item: Item, member: string): Delivery {
  const info = item.child(member);
  if (info === null) return null;
  return {
    status: wordedOr(info.text("lastStatus")),
    // A stream tells when its status last changed alone.
    lastSuccess:
      momentOf(info, "lastSuccessfulTime") ??
      (info.text("lastStatus") === "Success" ? momentOf(info, "lastStatusChangeTime") : null),
    error: info.text("lastErrorCode") || null,
  };
}
