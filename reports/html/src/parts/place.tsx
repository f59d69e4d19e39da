import type { NodeRef, Provenance } from "../../../../src/model/index.js";
import { placeOf, sourceParts } from "../../../../src/report/words.js";

/** Where a fact was read: file and line first, then the call that gave it. */
export function Place({ at }: { at: Provenance }) {
  const parts = [...sourceParts(at), at.id, at.time].filter((part) => part !== undefined);
  return (
    <span class="place">
      <code>{placeOf(at)}</code>
      {at.pointer === undefined ? null : <code class="pointer">{at.pointer}</code>}
      {parts.length === 0 ? null : <span class="muted">{parts.join(" · ")}</span>}
    </span>
  );
}

/** Account, Region or site of a node. */
export function scopeOf({ scope }: NodeRef): string {
  const parts = [scope.account, scope.region, scope.site].filter((part) => part !== undefined);
  return parts.length === 0 ? scope.provider : parts.join(" · ");
}

/** A node by its name, with the identifier under it. */
export function NodeName({ node }: { node: NodeRef }) {
  return (
    <span class="node">
      <span>{node.label || node.id}</span>
      <code class="muted">{node.id}</code>
    </span>
  );
}
