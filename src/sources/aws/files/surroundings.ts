import { posix } from "node:path";
import type { Evidence } from "./evidence.js";
import type { Unsettled } from "./settle.js";

interface Gathered {
  readonly accounts: Set<string>;
  readonly regions: Set<string>;
}

/** What the answers of a folder, and of all folders together, say of account and Region. */
export class Surroundings {
  private readonly folders = new Map<string, Gathered>();

  add({ path, account, region, evidence }: Unsettled): void {
    for (const folder of [posix.dirname(path), ""]) {
      const gathered = this.folders.get(folder) ?? {
        accounts: new Set<string>(),
        regions: new Set<string>(),
      };
      this.folders.set(folder, gathered);
      // A settled account says more than owners: an answer may list what others share.
      for (const name of account === undefined ? evidence.accounts : [account]) gathered.accounts.add(name);
      for (const name of region === undefined ? evidence.regions : [region]) gathered.regions.add(name);
    }
  }

  /** Nearest first. */
  of(path: string): Evidence[] {
    return [posix.dirname(path), ""].flatMap((folder) => this.folders.get(folder) ?? []);
  }
}
