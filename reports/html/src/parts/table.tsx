import type { ComponentChildren } from "preact";

interface Props {
  readonly caption: string;
  readonly heads: readonly string[];
  /** Indexes of the columns that hold numbers. */
  readonly numeric?: readonly number[];
  /** The caption is for those who cannot see the heading just above. */
  readonly headed?: boolean;
  readonly children: ComponentChildren;
}

/** A table that scrolls inside its own frame where the screen is narrow. */
export function Table({ caption, heads, numeric = [], headed = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a section would be one landmark too many.
    <div class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table style={{ "--columns": heads.length }}>
        <caption class={headed ? "unseen-caption" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" class={numeric.includes(index) ? "number" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
