import type { Place } from "../place.js";
import { arnIn } from "./thing.js";

/** Hosts that are registered by an activation, in a data centre or another cloud. */
export const HYBRID = /^mi-/;

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export function managedHostId(place: Place, short: string): string {
  return arnIn(place, "ssm", `managed-instance/${short}`);
}
