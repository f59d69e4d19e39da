import { PolicyStopped } from "../policy-stopped.js";

/** A built-in function that the WASM asks of its host; undefined is Rego's undefined, which an error is too. */
export type HostBuiltin = (...args: readonly unknown[]) => unknown;

/** A built-in over texts; anything else is a type error, and so undefined. */
export function overTexts(answer: (...texts: string[]) => unknown): HostBuiltin {
  return (...args) => (args.every(isText) ? answer(...args) : undefined);
}

/** A question about one text, to which anything but a text is a plain no. */
export function isValid(answer: (text: string) => boolean): HostBuiltin {
  return (text) => isText(text) && answer(text);
}

export const isText = (value: unknown): value is string => typeof value === "string";

/**
 * The value, if the way here left it whole. Whole numbers beyond 53 bits arrive rounded (JSON.parse): an
 * answer that rests on one could be wrong, so the policy is stopped and its subject is unknown.
 */
export function whole<T>(value: T): T {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new PolicyStopped(
      `a number of more than 53 bits (about ${value}) cannot be handed to the host exactly`,
    );
  }
  if (typeof value === "object" && value !== null) for (const member of Object.values(value)) whole(member);
  return value;
}
