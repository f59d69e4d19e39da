import { type Answer, type Cell, type Config, type Question, UsageError } from "../model/index.js";
import { endOf, portOf } from "./questions.js";

type Zones = NonNullable<Config["reach"]>;
type Ask = (question: Question) => Answer;

/** The worst of the ways between two zones stands for all of them. */
const WORST = ["reaches", "unknown", "no-return", "filtered", "unrouted"] as const;

/** Every service from every zone to every other one. */
export function matrixOf(zones: Zones, ask: Ask): Cell[] {
  check(zones);
  const names = Object.keys(zones.zones);
  return names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .flatMap((to) => Object.keys(zones.services).map((service) => cell(zones, { from, to, service }, ask))),
  );
}

/** What names a zone or a service that is not there. */
function check({ zones, services, allowed = [] }: Zones): void {
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

function cell(zones: Zones, at: { from: string; to: string; service: string }, ask: Ask): Cell {
  const packets = packetsOf(zones.services[at.service] ?? "");
  const answers = (zones.zones[at.from] ?? []).flatMap((from) =>
    (zones.zones[at.to] ?? []).map((to) => ask({ from: endOf(from), to: endOf(to), ...packets })),
  );
  const [answer] = answers.sort((a, b) => WORST.indexOf(a.verdict) - WORST.indexOf(b.verdict));
  if (answer === undefined)
    throw new UsageError(`the zone ${at.from} or ${at.to} is empty`, "name something that belongs to it");
  return { ...at, verdict: answer.verdict, allowed: isAllowed(zones, at), answer };
}

/** `tcp/443`, `icmp`. */
function packetsOf(text: string): Pick<Question, "protocol" | "port"> {
  const [protocol = "", port] = text.split("/");
  return { protocol, ...(port === undefined ? {} : { port: portOf(port, "reach.services") as number }) };
}

function isAllowed(
  { allowed }: Zones,
  at: { from: string; to: string; service: string },
): boolean | undefined {
  return allowed?.some(
    ({ from, to, services }) => from === at.from && to === at.to && (services?.includes(at.service) ?? true),
  );
}
