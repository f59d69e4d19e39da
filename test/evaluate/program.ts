import { serveShard } from "../../src/evaluate/index.js";
import { openSpill, type SpillShare } from "../../src/snapshot/spill-store.js";
import { derivedOf, type FactsById } from "./derived-of.js";

// What src/cli/shard.ts is for the tool, with facts that the test made up.
serveShard({
  open: (payloads) => openSpill(payloads as SpillShare),
  derive: (_graph, facts) => derivedOf(facts as FactsById | undefined),
});
