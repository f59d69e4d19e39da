import type { JsonObject } from "../../../model/index.js";
import { describeFailure, statusOf } from "../failure.js";
import { REGISTRY } from "../registry.js";
import { callOf, type Resource } from "../resource.js";
import { regions as regionsCall } from "../resources/regions.js";
import type { Seat } from "./estate-clients.js";
import { failureOf } from "./sdk-failure.js";

interface Where {
  readonly region: string;
  readonly partition: string;
  readonly account: string;
}

/** Pages of this size are granted by every API that has pages. */
const SMALL = 5;

/**
 * Calls that are refused, by one cheap call a service: where that is refused, every call of the service counts as
 * refused. What fails in another way is not told of here: the collection will.
 */
export async function probedDenials(seat: Seat, where: Where): Promise<Map<string, string>> {
  const denied = await Promise.all(
    [...probes(where.partition)].map(async ([service, resource]) => {
      const why = await refusal(seat, resource, where);
      if (why === null) return [];
      return REGISTRY.filter((one) => one.service === service).map((one) => [callOf(one), why] as const);
    }),
  );
  return new Map(denied.flat());
}

/** The first list of each service that is asked about nothing in particular. */
function probes(partition: string): Map<string, Resource> {
  const found = new Map<string, Resource>();
  for (const resource of REGISTRY) {
    const { service, each, partitions } = resource;
    if (each !== undefined || found.has(service) || partitions?.includes(partition) === false) continue;
    // Asked before, and of others than the rest of the service is.
    if (resource === regionsCall) continue;
    found.set(service, resource);
  }
  return found;
}

async function refusal(seat: Seat, resource: Resource, where: Where): Promise<string | null> {
  const { service, operation } = resource;
  const input = { ...resource.input, ...smallPage(resource) };
  const caller = seat.caller(where.region, where.account);
  try {
    await caller.turn(service, () =>
      caller.clients.send(service, operation, { region: where.region, input }),
    );
    return null;
  } catch (error) {
    const failure = failureOf(error);
    return statusOf(failure) === "denied" ? `${callOf(resource)} ${describeFailure(failure)}` : null;
  }
}

function smallPage({ paging }: Resource): JsonObject {
  const sizes = Object.entries(paging?.size ?? {});
  return Object.fromEntries(
    sizes.map(([name, most]) => [name, typeof most === "number" ? Math.min(most, SMALL) : most]),
  );
}
