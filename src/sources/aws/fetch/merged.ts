/**
 * Runs generators side by side and hands on what each gives as it comes. Their order is that of the
 * world; whoever needs another sorts.
 */
export async function* merged<T>(generators: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const pending = new Map(generators.map((generator, index) => [index, step(generator, index)]));
  try {
    while (pending.size > 0) {
      const { index, result, generator } = await Promise.race(pending.values());
      if (result.done === true) {
        pending.delete(index);
        continue;
      }
      pending.set(index, step(generator, index));
      yield result.value;
    }
  } finally {
    // Left early: what the others still give, or throw, is nobody's any more.
    for (const waiting of pending.values()) waiting.catch(() => undefined);
    await Promise.allSettled(generators.map((generator) => generator.return(undefined)));
  }
}

async function step<T>(generator: AsyncGenerator<T>, index: number) {
  return { index, generator, result: await generator.next() };
}
