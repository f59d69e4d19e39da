import { canonicalJson, type JsonObject } from "../../../model/index.js";
import type { Resource } from "../resource.js";

/** Inputs by the call that they are for, each once and sorted, whoever named them first. */
export class Questions {
  private readonly asked = new Map<Resource, Map<string, JsonObject>>();

  add(resource: Resource, input: JsonObject): void {
    const inputs = this.asked.get(resource) ?? new Map<string, JsonObject>();
    this.asked.set(resource, inputs.set(canonicalJson(input), input));
  }

  /** Adds a question; false where it was there before. */
  isNew(resource: Resource, input: JsonObject): boolean {
    const known = this.asked.get(resource)?.has(canonicalJson(input)) === true;
    if (!known) this.add(resource, input);
    return !known;
  }

  *[Symbol.iterator](): Iterator<readonly [Resource, readonly JsonObject[]]> {
    for (const [resource, inputs] of this.asked)
      yield [resource, [...inputs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, input]) => input)];
  }
}
