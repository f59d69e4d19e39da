import type { Gap } from "./gap.js";
import type { Json } from "./json.js";
import type { Kind } from "./kinds.js";

/** A derived fact about one subject. With gaps, `value` holds only what is certain in spite of them. */
export interface Fact {
  readonly value: Json;
  readonly gaps: readonly Gap[];
}

/** The facts that `derive` can give, by the name that policies write in `reads`. */
export interface Derived {
  /** Kinds whose absence would change the fact: a gap on one of them in the subject's scope touches it. */
  kindsRead(name: string): readonly Kind[];
  /** Names of the facts that subjects of this kind have. */
  names(kind: Kind): readonly string[];
  fact(name: string, id: string): Fact;
}
