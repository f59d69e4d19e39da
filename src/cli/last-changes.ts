import { Asker, callerIdentity, LastChanges } from "../sources/aws/index.js";
import type { Collected } from "./sources.js";

/** What is collected, and after it who changed its rules last. */
export async function* withLastChanges(collected: AsyncGenerator<Collected>): AsyncGenerator<Collected> {
  const asker = new Asker(() => new Date().toISOString());
  try {
    const { account } = await callerIdentity();
    const changes = new LastChanges(asker.ask, account);
    for await (const part of collected) {
      changes.see(part.batch.nodes);
      yield part;
    }
    yield* changes.told();
  } finally {
    asker.close();
  }
}
