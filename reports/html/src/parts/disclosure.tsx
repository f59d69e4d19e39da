import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { useEstate } from "../estate.js";

interface Props {
  readonly head: ComponentChildren;
  /** What stands beside the heading but is not part of it. */
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly children: () => ComponentChildren;
}

/** A card that opens under its heading. Its body is drawn only when open. */
export function Disclosure({ head, aside, class: name = "", children }: Props) {
  const { printing } = useEstate();
  const [chosen, setOpen] = useState(false);
  const id = useId();
  const open = chosen || printing;
  return (
    <article class={`card ${name}`}>
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!chosen)}
        >
          {head}
        </button>
      </h3>
      {aside === undefined ? null : <div class="card-aside">{aside}</div>}
      {open ? (
        <div class="card-body" id={id}>
          {children()}
        </div>
      ) : null}
    </article>
  );
}
