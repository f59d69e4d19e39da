import { type Gap, gapOf, type JsonObject, type Provenance, type RawAnswer } from "../../model/index.js";
import { exportPath } from "./export.js";
import { touchedBy } from "./normalize.js";
import { type Place, placeOf } from "./place.js";
import type { Resource } from "./resource.js";

/** A scope in which calls are made: a Region of an account, or the account as a whole. */
export type Where = Pick<RawAnswer, "account" | "region">;

/** The gap of an answer that is not there, or not there in full. `told`: kinds that another call told of. */
export function missingGap(
  reason: "truncated" | "not-collected",
  message: string,
  what: { where: Where; resource: Resource; input: JsonObject; told?: Resource["kinds"] },
): Gap {
  const place = placeAt(what.where, what.resource);
  const touches = touchedBy(what.resource, place, what.input);
  const told = what.told ?? [];
  const kinds =
    touches.kinds === undefined ? {} : { kinds: touches.kinds.filter((kind) => !told.includes(kind)) };
  return gapOf({ reason, message, at: withoutPointer(place.at("")), touches: { ...touches, ...kinds } });
}

/** What is not there has no place inside an answer. */
export function withoutPointer({ pointer: _none, ...at }: Provenance): Provenance {
  return at;
}

/** The place of an answer that is not there: the file in which it would be. */
export function placeAt({ account, region }: Where, call: Pick<RawAnswer, "service" | "operation">): Place {
  const { service, operation } = call;
  const where = { ...(account ? { account } : {}), ...(region ? { region } : {}) };
  const answer = { service, operation, ...where, input: {}, output: {}, source: "aws" };
  return placeOf({ ...answer, uri: exportPath(answer) });
}
