import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds between two looks, and how long nothing may change before a change counts as done. */
const LOOK = 100;
const SETTLED = 30;
/** A look may take this share of the time. */
const MOST_BUSY = 0.1;

type Stamps = ReadonlyMap<string, string>;

/**
 * Notices files below folders that come, go or change, by looking at their times: fs.watch of Node 20 on Linux
 * loses folders that are made while it watches, and says nothing of a folder that was replaced.
 */
export class FolderWatch {
  private last: Stamps;

  constructor(private readonly folders: readonly string[]) {
    this.last = stampsOf(folders);
  }

  /** Waits for the next change and gives the paths that it is about; nothing where the signal ended it. */
  async changed(signal: AbortSignal): Promise<string[]> {
    while (!signal.aborted) {
      const begun = performance.now();
      const now = stampsOf(this.folders);
      if (differing(this.last, now).length > 0) return this.settle(now, signal);
      const busy = performance.now() - begun;
      await pause(Math.max(LOOK, busy / MOST_BUSY), signal);
    }
    return [];
  }

  /** An editor writes in several steps. */
  private async settle(first: Stamps, signal: AbortSignal): Promise<string[]> {
    let now = first;
    for (;;) {
      await pause(SETTLED, signal);
      const next = stampsOf(this.folders);
      if (signal.aborted) return [];
      if (differing(now, next).length === 0) break;
      now = next;
    }
    const paths = differing(this.last, now);
    this.last = now;
    return paths;
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

function differing(before: Stamps, now: Stamps): string[] {
  const paths = new Set([...before.keys(), ...now.keys()]);
  return [...paths].filter((path) => before.get(path) !== now.get(path)).sort();
}

function stampsOf(folders: readonly string[]): Stamps {
  const stamps = new Map<string, string>();
  for (const folder of folders) {
    // A packed bundle is a file.
    stamp(folder, stamps);
    look(folder, stamps);
  }
  return stamps;
}

function look(folder: string, stamps: Map<string, string>): void {
  for (const entry of entriesOf(folder)) {
    // Hidden files and those of editors come and go while one writes.
    if (entry.name.startsWith(".") || entry.name.endsWith("~") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) look(path, stamps);
    else if (entry.isFile()) stamp(path, stamps);
  }
}

/** Nothing of a folder that is gone: whoever reads it next will say so. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function stamp(path: string, stamps: Map<string, string>): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) stamps.set(path, `${found.mtimeMs} ${found.size} ${found.ino}`);
}
