import { tmpdir } from "node:os";
import type { PayloadStore } from "../model/index.js";
import { PageFile } from "./page-file.js";

const MOST_VALUES = 2048;
/** Bytes of JSON whose parsed values are kept; one route table of a megabyte must not drive out all else. */
const MOST_BYTES = 4 << 20;

/** A store on disk; `close` gives the space back, and no value can be read after it. */
export interface SpillStore extends PayloadStore {
  close(): void;
}

interface Held {
  readonly value: unknown;
  readonly size: number;
}

/**
 * Keeps payloads as lines of JSON in a temporary file of `folder` (the system's own unless given) and
 * a few of them in memory, so that memory does not grow with the estate. Handles are offsets.
 */
export function createSpillStore(folder: string = tmpdir()): SpillStore {
  const file = new PageFile(folder);
  const held = new Map<number, Held>();
  let bytes = 0;
  const hold = (handle: number, entry: Held) => {
    held.set(handle, entry);
    bytes += entry.size;
    while (held.size > MOST_VALUES || bytes > MOST_BYTES) {
      const [oldest] = held;
      if (oldest === undefined) return;
      held.delete(oldest[0]);
      bytes -= oldest[1].size;
    }
  };
  return {
    put: (value) => file.append(JSON.stringify(value)),
    get(handle) {
      const known = held.get(handle);
      if (known !== undefined) {
        held.delete(handle);
        held.set(handle, known);
        return known.value;
      }
      const text = file.line(handle);
      const value: unknown = JSON.parse(text);
      hold(handle, { value, size: text.length });
      return value;
    },
    close: () => file.close(),
  };
}
