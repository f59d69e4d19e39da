import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { thousands } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";

interface Props<T> {
  readonly items: readonly T[];
  /** How many are drawn at first, and added at each press. */
  readonly step: number;
  readonly noun: string;
  readonly children: (items: readonly T[]) => ComponentChildren;
}

/** Even paper has an end: beyond this a print names the number that it leaves out. */
const PRINTED = 400;

/** Draws the first items and a button for more: five thousand rows at once would make any page slow. */
export function More<T>({ items, step, noun, children }: Props<T>) {
  const { printing } = useEstate();
  const [shown, setShown] = useState(step);
  const limit = printing ? PRINTED : shown;
  const left = items.length - limit;
  return (
    <>
      {children(items.slice(0, limit))}
      {left > 0 && printing ? (
        <p class="muted">
          {thousands(left)} more {noun} are in report.json.
        </p>
      ) : null}
      {left > 0 && !printing ? (
        <p class="more">
          <button type="button" onClick={() => setShown(shown + step)}>
            Show {thousands(Math.min(step, left))} more {noun}
          </button>
          <span class="muted">{thousands(left)} not shown</span>
        </p>
      ) : null}
    </>
  );
}
