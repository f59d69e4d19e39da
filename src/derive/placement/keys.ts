import type { Graph } from "../../graph/index.js";
import type { EstateNode, Placement } from "../../model/index.js";
import type { Atlas } from "./atlas.js";
import type { DataClasses } from "./classes.js";
import { partsOf } from "./where.js";

type Key = Placement["keys"][number];

/** Keys that encrypt data and its copies, each where it lies, with the copies of keys in other Regions. */
export class Keys {
  constructor(
    private readonly graph: Graph,
    private readonly atlas: Atlas,
    private readonly judge: DataClasses,
  ) {}

  of(met: readonly EstateNode[], classes: readonly string[]): Key[] {
    const found = new Map<string, Key>();
    for (const node of met)
      for (const key of this.ofOne(node, classes)) if (!found.has(key.key)) found.set(key.key, key);
    return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private ofOne(node: EstateNode, classes: readonly string[]): Key[] {
    const { key } = node.is as { key?: string | null };
    const [joined] = this.graph.step(node.id, "key")?.ids ?? [];
    const name = joined ?? key;
    if (name === null || name === undefined) return [];
    const known = this.graph.node(name) as EstateNode<"key"> | undefined;
    const manager = known?.is.manager ?? null;
    const replicas = known?.is.multiRegion?.replicas ?? [];
    const primary = known?.is.multiRegion?.primary ?? null;
    const others = [...replicas, ...(primary === null ? [] : [primary])].filter((one) => one !== name);
    const told = (id: string, replica: boolean): Key[] => {
      const region = partsOf(id).region ?? known?.scope.region ?? node.scope.region;
      if (region === undefined) return [];
      const where = this.atlas.region(region);
      return [
        { key: id, encrypts: node.id, manager, replica, ...where, ...this.judge.judge(classes, where) },
      ];
    };
    return [...told(name, false), ...others.flatMap((id) => told(id, true))];
  }
}
