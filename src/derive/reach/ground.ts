import type { Graph } from "../../graph/index.js";
import { Fabric } from "./fabric.js";
import { Survey } from "./survey.js";

/** A space that grew beyond so many nodes is begun anew: with what is remembered by it, it is some 10 MB. */
const MOST_NODES = 150_000;
/** Facts that are worked out on one fabric: of copies its space hardly grows, but what is remembered by names does. */
const MOST_ASKED = 1 << 14;

/** The fabric that all facts of one run share; begun anew, with whatever was remembered by it, when it grew too large. */
export class Ground {
  private shared: Fabric | undefined;
  private asked = 0;

  readonly survey: Survey;

  constructor(readonly graph: Graph) {
    this.survey = new Survey(graph);
  }

  get fabric(): Fabric {
    this.asked++;
    if (this.shared === undefined || this.shared.space.size > MOST_NODES || this.asked > MOST_ASKED) {
      this.shared = new Fabric(this.graph, { survey: this.survey });
      this.asked = 0;
    }
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
