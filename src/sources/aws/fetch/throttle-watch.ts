import { statusOf } from "../failure.js";
import { failureOf } from "./sdk-failure.js";

type Next = (args: object) => Promise<object>;

/** What we use of a client's chain of middleware. */
export interface Watchable {
  readonly middlewareStack: {
    add(watch: (next: Next) => Next, place: { step: "finalizeRequest"; priority: "low"; name: string }): void;
  };
}

/**
 * Tells of every try that a service throttles, those that the SDK repeats by itself too: the watch stands inside its
 * loop of retries. https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/middleware-stack.html
 */
export function watchThrottling(client: Watchable, tell: () => void): void {
  const watch =
    (next: Next): Next =>
    async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (statusOf(failureOf(error)) === "throttled") tell();
        throw error;
      }
    };
  client.middlewareStack.add(watch, { step: "finalizeRequest", priority: "low", name: "throttleWatch" });
}
