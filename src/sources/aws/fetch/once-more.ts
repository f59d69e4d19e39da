import { type Failure, isVanished, NO_LIST } from "../failure.js";
import { type Resource, saysNone } from "../resource.js";
import { failureOf, UNREADABLE } from "./sdk-failure.js";

/** Milliseconds: what was just made is known everywhere a little later. */
const PAUSE = 500;

/**
 * Asks, and once more where what came may be an accident that the SDK does not try again for: an answer that broke
 * off, a page of a proxy, and an item that was listed and cannot be described yet. What a service says twice it means.
 * https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
 */
export async function onceMore<T>(resource: Resource, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!mayPass(resource, failureOf(error)) || triesOf(error) > 1) throw error;
    await new Promise((done) => setTimeout(done, PAUSE));
    return task();
  }
}

function mayPass(resource: Resource, failure: Failure): boolean {
  if (failure.code === UNREADABLE) return true;
  // That there is none is an answer.
  if (saysNone(resource, failure)) return false;
  return failure.code === NO_LIST || (resource.each !== undefined && isVanished(failure));
}

/** How often the SDK has tried already. */
function triesOf(error: unknown): number {
  const { attempts } = (error as { $metadata?: { attempts?: unknown } } | null)?.$metadata ?? {};
  return typeof attempts === "number" ? attempts : 1;
}
