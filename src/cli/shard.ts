import { type DeriveOptions, derive } from "../derive/index.js";
import { serveShard } from "../evaluate/index.js";
// Not by the index of that room: a thread has no use for the database.
import { openSpill, type SpillShare } from "../snapshot/spill-store.js";
import { tidyNowAndThen } from "./thrift.js";

// The program of a thread that judges: what stands in src/cli/judge.ts for this one.
serveShard({
  open: (payloads) => openSpill(payloads as SpillShare),
  derive: (graph, options) => derive(graph, options as DeriveOptions),
  tidy: tidyNowAndThen,
});
