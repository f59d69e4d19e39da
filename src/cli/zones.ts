import { type Config, UsageError, type Zones } from "../model/index.js";
import { endOf, portOf } from "./questions.js";

type Written = NonNullable<Config["reach"]>;

/** The zones of the configuration, read and checked; undefined where it names none. */
export function zonesOf({ reach }: Config): Zones | undefined {
  if (reach === undefined) return undefined;
  check(reach);
  const zones = Object.entries(reach.zones).map(([name, ends]) => [name, ends.map(endOf)]);
  const services = Object.entries(reach.services).map(([name, text]) => [name, packetsOf(text)]);
  return {
    zones: Object.fromEntries(zones),
    services: Object.fromEntries(services),
    ...(reach.allowed === undefined ? {} : { allowed: reach.allowed }),
  };
}

/** What is empty, or names a zone or a service that is not there. */
function check({ zones, services, allowed = [] }: Written): void {
  for (const [name, ends] of Object.entries(zones))
    if (ends.length === 0)
      throw new UsageError(`the zone ${name} is empty`, "name something that belongs to it");
  for (const { from, to, services: some = [] } of allowed) {
    for (const zone of [from, to])
      if (!Object.hasOwn(zones, zone))
        throw new UsageError(`reach.allowed names no zone of reach.zones: ${zone}`, "name one of its zones");
    for (const service of some)
      if (!Object.hasOwn(services, service))
        throw new UsageError(
          `reach.allowed names no service of reach.services: ${service}`,
          "name one of its services",
        );
  }
}

/** `tcp/443`, `icmp`. */
function packetsOf(text: string): Zones["services"][string] {
  const [protocol = "", port] = text.split("/");
  return { protocol, ...(port === undefined ? {} : { port: portOf(port, "reach.services") as number }) };
}
