import type { Graph } from "../../graph/index.js";
import { Fabric } from "./fabric.js";

/** A space that grew beyond so many nodes is begun anew. */
const MOST_NODES = 1_500_000;

/** The fabric that all facts of one run share; begun anew, with whatever was remembered by it, when it grew too large. */
export class Ground {
  private shared: Fabric | undefined;

  constructor(private readonly graph: Graph) {}

  get fabric(): Fabric {
    if (this.shared === undefined || this.shared.space.size > MOST_NODES)
      this.shared = new Fabric(this.graph);
    return this.shared;
  }

  /** Something that is worked out on a fabric, kept as long as that is. */
  keep<T>(make: (fabric: Fabric) => T): () => T {
    let made: { readonly on: Fabric; readonly value: T } | undefined;
    return () => {
      const { fabric } = this;
      if (made?.on !== fabric) made = { on: fabric, value: make(fabric) };
      return made.value;
    };
  }
}
