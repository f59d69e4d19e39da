import { isObject } from "../model/index.js";
import { PolicyStopped } from "./policy-stopped.js";

/** What an entry point says of one document: findings by policy id, and the policies that do not apply. */
export interface GroupResult {
  readonly findings: ReadonlyMap<string, readonly unknown[]>;
  readonly notApplicable: ReadonlySet<string>;
}

const SHORT = 2048;
const MOST = 4096;

/** Reads result sets. Most subjects have no finding, and then the text is one of very few: those are kept. */
export class GroupResults<T extends GroupResult> {
  private readonly known = new Map<string, T>();

  constructor(private readonly made: (result: GroupResult) => T) {}

  /** Throws PolicyStopped where the entry point gave no result: silence is no pass. */
  read(text: string): T {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const result = this.made(parsed(text));
    if (text.length < SHORT && result.findings.size === 0 && this.known.size < MOST)
      this.known.set(text, result);
    return result;
  }
}

function parsed(text: string): GroupResult {
  const set: unknown = JSON.parse(text);
  const first: unknown = Array.isArray(set) ? set[0] : undefined;
  const result = isObject(first) ? first["result"] : undefined;
  if (!isObject(result)) throw new PolicyStopped("the engine gave no result");
  const { f = {}, na = [] } = result;
  return {
    findings: new Map(
      Object.entries(f ?? {}).map(([id, found]): [string, readonly unknown[]] => [
        id,
        Array.isArray(found) ? found : [found],
      ]),
    ),
    notApplicable: new Set(Array.isArray(na) ? na.filter((id) => typeof id === "string") : []),
  };
}
