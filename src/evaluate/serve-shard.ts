import { parentPort } from "node:worker_threads";
import { type Graph, openImage } from "../graph/index.js";
import type { Derived, PayloadStore } from "../model/index.js";
import { GuardedEngine } from "./guarded-engine.js";
import { Place } from "./place.js";
import { PolicyStopped } from "./policy-stopped.js";
import { Shard } from "./shard.js";
import type { FromShard, ShardSetup, Stop, ToShard } from "./shard-messages.js";
import type { Asked } from "./verdicts.js";

/** What a thread's program brings along, for this room knows neither files nor what facts mean. */
export interface Wiring {
  /** Opens what the graph's store shared (`PayloadStore.share`). */
  open(payloads: unknown): PayloadStore;
  /** `told` is what the run was given for the program. */
  derive(graph: Graph, told: unknown): Derived;
  /** Called now and then over a large estate: memory that was let go of is given back, not only kept for later. */
  readonly tidy?: () => void;
}

/** Estates of more nodes are large. */
const LARGE = 150_000;
/** Slices of a large estate that are judged between two times of tidying. */
const TIDY = 32;

/** The whole program of a thread that is sent what to judge by, and then slices to judge. */
export function serveShard(wiring: Wiring): void {
  parentPort?.once("message", (setup: ShardSetup) => begin(setup, wiring));
}

function begin({ graph: image, terms, module, data, told, place }: ShardSetup, wiring: Wiring): void {
  const engine = new WatchedEngine(new GuardedEngine(module, data), new Place(place));
  const graph = openImage(image, wiring.open);
  const shard = new Shard(terms, { graph, derived: wiring.derive(graph, told), engine });
  let judged = 0;
  parentPort?.on("message", ({ slice, stops }: ToShard) => {
    if (graph.size > LARGE && ++judged % TIDY === 0) wiring.tidy?.();
    try {
      engine.stops = new Map(stops.map((stop) => [nameOf(stop), stop]));
      say({ result: shard.run(slice) });
    } catch (error) {
      say({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  say({ ready: [...engine.entrypoints] });
}

function say(message: FromShard): void {
  parentPort?.postMessage(message);
}

/** An engine that says where it is, and does not begin what it was lost on before. */
class WatchedEngine implements Asked {
  stops: ReadonlyMap<string, Stop> = new Map();
  readonly entrypoints: ReadonlySet<string>;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(
    private readonly engine: GuardedEngine,
    private readonly place: Place,
  ) {
    this.entrypoints = new Set(engine.entrypoints);
    this.numbers = new Map(engine.entrypoints.map((name, number) => [name, number]));
  }

  judge(question: Parameters<Asked["judge"]>[0]): ReturnType<Asked["judge"]> {
    const { entrypoint, document, key } = question;
    const stop = this.stops.size === 0 ? undefined : this.stops.get(nameOf(question));
    if (stop !== undefined) return new PolicyStopped(stop.message, stop.endless);
    this.place.enter(this.numbers.get(entrypoint) ?? -1, key);
    const answer = this.engine.judge(entrypoint, document);
    this.place.leave();
    return answer;
  }
}

const nameOf = ({ entrypoint, key }: Pick<Stop, "entrypoint" | "key">) => `${entrypoint} ${key}`;
