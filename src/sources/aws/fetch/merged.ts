/**
 * Runs generators side by side, at most so many at once, and hands on what each gives as it comes. Their order is that
 * of the world; whoever needs another sorts.
 */
export async function* merged<T>(
  generators: readonly AsyncGenerator<T>[],
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<T> {
  const rest = generators.values();
  const ready = new Ready<T>();
  const begin = () => {
    const next = rest.next();
    if (next.done !== true) ready.await(next.value);
  };
  for (let begun = 0; begun < Math.min(most, generators.length); begun++) begin();
  try {
    for (let left = generators.length; left > 0; ) {
      const { generator, result } = await ready.next();
      if (result.done === true) {
        left--;
        begin();
      } else {
        // Goes on while what it gave is looked at.
        ready.await(generator);
        yield result.value;
      }
    }
  } finally {
    // Left early: what the others still give, or throw, is nobody's any more.
    await Promise.allSettled(generators.map((generator) => generator.return(undefined)));
  }
}

interface Step<T> {
  readonly generator: AsyncGenerator<T>;
  readonly result: IteratorResult<T>;
}

/** What generators gave, in the order in which they did. A race of hundreds would look at all of them for each step. */
class Ready<T> {
  private readonly steps: (() => Step<T>)[] = [];
  private wake: (() => void) | undefined;

  await(generator: AsyncGenerator<T>): void {
    generator.next().then(
      (result) => this.come(() => ({ generator, result })),
      (error: unknown) =>
        this.come(() => {
          throw error;
        }),
    );
  }

  /** Throws what a generator threw. */
  async next(): Promise<Step<T>> {
    if (this.steps.length === 0)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    return (this.steps.shift() as () => Step<T>)();
  }

  private come(step: () => Step<T>): void {
    this.steps.push(step);
    this.wake?.();
    this.wake = undefined;
  }
}
