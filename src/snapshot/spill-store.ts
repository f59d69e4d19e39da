import { tmpdir } from "node:os";
import type { PayloadStore } from "../model/index.js";
import { FilePages } from "./file-pages.js";
import { PageFile } from "./page-file.js";

const MOST_VALUES = 2048;
/** Bytes of JSON whose parsed values are kept; one route table of a megabyte must not drive out all else. */
const MOST_BYTES = 4 << 20;

/** A store on disk; `close` gives the space back, and no value can be read after it. */
export interface SpillStore extends PayloadStore {
  /** For another thread of this process, which hands it to `openSpill`. */
  share(): SpillShare;
  close(): void;
}

/** By what a thread finds a store on disk, as far as it was filled when it was shared. */
export interface SpillShare {
  readonly file: number;
}

/**
 * Keeps payloads as lines of JSON in a temporary file of `folder` (the system's own unless given) and
 * a few of them in memory, so that memory does not grow with the estate. Handles are offsets.
 */
export function createSpillStore(folder: string = tmpdir()): SpillStore {
  const file = new PageFile(folder);
  return {
    put: (value) => file.append(JSON.stringify(value)),
    get: reader((handle) => file.line(handle)),
    share: () => ({ file: file.settled() }),
    close: () => file.close(),
  };
}

/** Reads a store that another thread fills; nothing can be put into it here. */
export function openSpill({ file }: SpillShare): PayloadStore {
  const pages = new FilePages(file);
  return {
    put: () => {
      throw new Error("what another thread shares is only read here");
    },
    get: reader((handle) => pages.line(handle)),
  };
}

/** Reads values, and keeps those that were read last. */
function reader(line: (handle: number) => string): (handle: number) => unknown {
  const held = new Map<number, { readonly value: unknown; readonly size: number }>();
  let bytes = 0;
  return (handle) => {
    const known = held.get(handle);
    if (known !== undefined) {
      held.delete(handle);
      held.set(handle, known);
      return known.value;
    }
    const text = line(handle);
    const value: unknown = JSON.parse(text);
    held.set(handle, { value, size: text.length });
    bytes += text.length;
    while (held.size > MOST_VALUES || bytes > MOST_BYTES) {
      const [oldest] = held;
      if (oldest === undefined) break;
      held.delete(oldest[0]);
      bytes -= oldest[1].size;
    }
    return value;
  };
}
