/**
 * Runs generators side by side, at most so many at once, and hands on what each gives as it comes. Their order is that
 * of the world; whoever needs another sorts.
 */
export async function* merged<T>(
  generators: readonly AsyncGenerator<T>[],
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<T> {
  const rest = generators.entries();
  const pending = new Map<number, ReturnType<typeof step<T>>>();
  const begin = () => {
    const next = rest.next();
    if (next.done !== true) pending.set(next.value[0], step(next.value[1], next.value[0]));
  };
  while (pending.size < Math.min(most, generators.length)) begin();
  try {
    while (pending.size > 0) {
      const { index, result, generator } = await Promise.race(pending.values());
      if (result.done === true) {
        pending.delete(index);
        begin();
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
