import type { Place } from "../place.js";
import { arnOf } from "./data-node.js";

export function domainArn(place: Place, name: string): string {
  return arnOf(place, "es", `domain/${name}`);
}
