import { afterEach } from "vitest";
import { pointAwsAt } from "./aws-environment.js";

/** What to do after each test of a file, the last first. */
export function afterEachTest(): (() => unknown)[] {
  const steps: (() => unknown)[] = [];
  afterEach(async () => {
    for (const step of steps.splice(0).reverse()) await step();
  });
  return steps;
}

interface Server {
  readonly endpoint: string;
  stop(): unknown;
}

/** Points the SDK at a server that was started for one test. */
export function pointedAt<S extends Server>(server: S, undo: (() => unknown)[]): S {
  undo.push(() => server.stop(), pointAwsAt(server.endpoint));
  return server;
}
