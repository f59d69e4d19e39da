import type { FactsByKind } from "../../../model/index.js";
import { partsOfArn } from "../names.js";
import type { Place } from "../place.js";

type DataPlace = FactsByKind["copy-rule"]["destinations"][number];

/** The place of a store that is named by its ARN, or by a name where it is elsewhere than in AWS. */
export function placeOfStore(name: string | null, here?: Place): DataPlace {
  const { region = null, account = null } = (name === null ? null : partsOfArn(name)) ?? {};
  return { region: region ?? here?.region ?? null, account: account ?? here?.account ?? null, store: name };
}

/** Places in an order that does not depend on the answer's. */
export function sortedPlaces(places: readonly DataPlace[]): DataPlace[] {
  const keys = places.map((place) => [[place.region, place.account, place.store].join("\n"), place] as const);
  return [...new Map(keys)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

/** GiB of bytes. */
export function gibOfBytes(bytes: number | null): number | null {
  return bytes === null ? null : bytes / 2 ** 30;
}
