import type { JsonObject, Provenance } from "../../model/index.js";
import { resourceOf } from "../aws/index.js";
import type { ConfigItem } from "./config-item.js";
import { type ItemType, missingFrom, shapeOf } from "./item-type.js";
import { RECORDER, recordingOf } from "./recorder.js";
import { TYPES, typeNamed, typesOf } from "./types.js";

/** An item, as the API would tell it, and where it stands. */
export interface Held {
  readonly type: ItemType;
  readonly item: ConfigItem;
  readonly shaped: JsonObject;
  readonly at: Provenance;
}

/** A scope: a Region of an account, or the account as a whole. */
export interface Where {
  readonly account: string;
  readonly region?: string;
}

/** Configuration items, by what would have to be asked instead. */
export class Holdings {
  private readonly byCall = new Map<string, Map<string, Held>>();
  private readonly recorders = new Map<string, JsonObject>();
  /** How many there are of types that are not known here. */
  readonly unknown = new Map<string, number>();

  add(item: ConfigItem, at: Provenance): void {
    if (item.type === RECORDER) {
      this.recorders.set(keyOf(item), item.configuration);
      return;
    }
    const type = typeNamed(item.type);
    if (type === undefined || resourceOf(type.call) === undefined) {
      this.unknown.set(item.type, (this.unknown.get(item.type) ?? 0) + 1);
      return;
    }
    const key = `${keyOf(item)} ${type.call}`;
    const held = this.byCall.get(key) ?? new Map<string, Held>();
    this.byCall.set(key, held);
    // What belongs to no Region is recorded in several: the newest word counts.
    const name = `${item.type} ${item.id}`;
    const known = held.get(name);
    if (known === undefined || (known.item.captured ?? "") < (item.captured ?? ""))
      held.set(name, { type, item, shaped: shapeOf(type, item), at });
  }

  /** What there is for a call in a scope, by type and id. */
  of(call: string, where: Where): Held[] {
    const held = this.byCall.get(`${keyOf(where)} ${call}`) ?? new Map<string, Held>();
    return [...held].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  }

  /** Scopes and calls of which there is anything, or may be known to be nothing; sorted. */
  all(): { readonly where: Where; readonly call: string }[] {
    const calls = [...new Set(TYPES.map(({ call }) => call))].filter(
      (call) => resourceOf(call) !== undefined,
    );
    const recorded = [...this.recorders.keys()].flatMap((scope) => calls.map((call) => `${scope} ${call}`));
    return [...new Set([...this.byCall.keys(), ...recorded])].sort().map((key) => {
      const [account = "", region = "", call = ""] = key.split(" ");
      return { where: region === "-" ? { account } : { account, region }, call };
    });
  }

  /** Why these items do not stand for the API's answer; null where they do. `daily`: records that are a day old will do. */
  doubt(call: string, where: Where, daily: boolean): string | null {
    const recorder = this.recorders.get(keyOf(where));
    for (const type of typesOf(call)) {
      if (type.lacks !== undefined) return `does not hold ${type.lacks}`;
      const recording = recorder === undefined ? null : recordingOf(recorder, type.type);
      if (recording === null) return `does not record ${type.type} there`;
      if (recording === "DAILY" && !daily) return `records ${type.type} once a day`;
    }
    for (const { type, item } of this.of(call, where)) {
      const missing = missingFrom(type, item);
      if (missing !== null) return `does not hold ${missing} of ${item.id}`;
    }
    return null;
  }
}

function keyOf({ account, region }: Where): string {
  return `${account} ${region ?? "-"}`;
}
