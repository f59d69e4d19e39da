import { type Evaluate, type TestResult, testPolicies } from "./test-policies.js";
import { type TestUnit, testUnits } from "./test-units.js";
import type { PolicyModule } from "./types.js";

export interface Round {
  /** In the order of the files. */
  readonly results: readonly TestResult[];
  /** Everything that the tested files lean on, themselves included. */
  readonly modules: readonly PolicyModule[];
}

/** Runs tests again and again. Only what changed, or leans on what changed, is compiled and run. */
export class TestRounds {
  private known = new Map<string, readonly TestResult[]>();

  constructor(private readonly evaluate: Evaluate) {}

  /** Throws an InputError where a policy does not compile; the next round tries it again. */
  async run(modules: readonly PolicyModule[], isOwn: (module: PolicyModule) => boolean): Promise<Round> {
    const units = testUnits(modules, isOwn);
    const fresh = units.filter(({ key }) => !this.known.has(key));
    if (fresh.length > 0) await this.learn(fresh, modules);
    this.known = new Map(units.map(({ key }) => [key, this.known.get(key) ?? []]));
    const needed = new Set(units.flatMap((unit) => unit.needed));
    return {
      results: units.flatMap(({ key }) => this.known.get(key) ?? []).sort(byPlace),
      modules: modules.filter((module) => needed.has(module)),
    };
  }

  private async learn(units: readonly TestUnit[], modules: readonly PolicyModule[]): Promise<void> {
    const needed = new Set(units.flatMap((unit) => unit.needed));
    const results = await testPolicies({
      modules: modules.filter((module) => needed.has(module)),
      evaluate: this.evaluate,
    });
    for (const { key, own } of units) {
      const files = new Set(own.map(({ shown }) => shown));
      this.known.set(
        key,
        results.filter(({ file }) => files.has(file)),
      );
    }
  }
}

const byPlace = (a: TestResult, b: TestResult): number =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
