import type { Graph } from "../graph/index.js";
import type { EstateNode, Gap, Kind, PolicyMeta } from "../model/index.js";
import { concernsPlace } from "./scope-match.js";

/** The gaps of a graph by what they touch, so that nothing looks through all of them for each subject. */
export class GapIndex {
  private readonly byNode = new Map<string, Gap[]>();
  private readonly byKind = new Map<Kind, Gap[]>();

  constructor(graph: Graph) {
    for (const gap of [...graph.gaps].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      for (const kind of new Set(gap.touches.kinds)) push(this.byKind, kind, gap);
      for (const name of new Set(gap.touches.nodes)) {
        for (const node of graph.find(name)) {
          // An alias may be known in several places; an id is one node's.
          if (node.id === name || concernsPlace(gap, node)) push(this.byNode, node.id, gap);
        }
      }
    }
  }

  get hidesKinds(): boolean {
    return this.byKind.size > 0;
  }

  get namesNodes(): boolean {
    return this.byNode.size > 0;
  }

  ofNode({ id }: EstateNode): readonly Gap[] {
    return this.byNode.get(id) ?? NONE;
  }

  ofKind(kind: Kind): readonly Gap[] {
    return this.byKind.get(kind) ?? NONE;
  }

  /** Gaps because of which subjects of this policy may be missing altogether. */
  hidingSubjects({ subject, types: wanted }: PolicyMeta): readonly Gap[] {
    return this.ofKind(subject).filter(
      ({ touches: { types } }) =>
        types === undefined || wanted.length === 0 || types.some((type) => wanted.includes(type)),
    );
  }
}

const NONE: readonly Gap[] = [];

function push<K>(map: Map<K, Gap[]>, key: K, gap: Gap): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [gap]);
  else if (known.at(-1) !== gap) known.push(gap);
}
