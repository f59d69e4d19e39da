import * as opaWasm from "@open-policy-agent/opa-wasm";
import { HOST_BUILTINS } from "./host-builtins.js";
import { PolicyStopped } from "./policy-stopped.js";
import { WasmMemory } from "./wasm-memory.js";
import { Instance, type WasmModule } from "./web-assembly.js";

/** 16 MiB to begin with: the package's default of 320 KiB makes every larger document grow the memory. */
const INITIAL_PAGES = 256;
/** 512 MiB: a policy that asks for more is stopped. */
const MOST_PAGES = 8192;
/** What the engine says when it may not grow. Getting there takes seconds, so it counts as time without end does. */
const NO_MEMORY = "opa_malloc: failed";
const TOO_LARGE = `it asked for more than ${MOST_PAGES / 16} MiB of memory`;
/** An engine that grew beyond this for one document is replaced, for memory never shrinks. */
const HEAVY = 1 << 26;

/** OPA's ABI 1.2 as far as it is used here (OPA documentation, "Wasm: the ABI"). */
interface Exports {
  opa_eval(...args: readonly number[]): number;
  opa_malloc(size: number): number;
  opa_json_parse(at: number, size: number): number;
  opa_json_dump(value: number): number;
  builtins(): number;
}

interface Loaded {
  readonly dataAddr: number;
  readonly dataHeapPtr: number;
  readonly entrypoints: Readonly<Record<string, number>>;
  setData(data: unknown): void;
}

// The package declares its loader only; the class behind it takes an instance that somebody else made.
const { LoadedPolicy } = (opaWasm as unknown as { default: Package }).default;

interface Package {
  readonly LoadedPolicy: new (instance: unknown, memory: unknown, minorVersion: number) => Loaded;
}

/**
 * One instance of the compiled policies, its heap reset by each call. The instance is made here, not
 * by the package's loader: that one prints to the console, throws strings, copies the input more
 * often than needed, and has a `sprintf` other than OPA's.
 */
export class Engine {
  private readonly memory = new WasmMemory(INITIAL_PAGES, MOST_PAGES);
  private readonly exports: Exports;
  private readonly loaded: Loaded;
  private readonly names = new Map<number, string>();

  constructor(module: WasmModule, data: unknown) {
    const instance = new Instance(module, this.imports());
    this.exports = instance.exports as unknown as Exports;
    for (const [name, id] of Object.entries(this.json(this.exports.builtins()) as Record<string, number>)) {
      this.names.set(id, name);
    }
    this.loaded = new LoadedPolicy(instance, this.memory.raw, 2);
    this.loaded.setData(data);
  }

  entrypoints(): string[] {
    return Object.keys(this.loaded.entrypoints);
  }

  /** Whether the memory grew so large that a new engine is cheaper to keep. */
  get heavy(): boolean {
    return this.memory.size > HEAVY;
  }

  /** Judges a document (JSON text) and gives the result set as JSON text. Throws PolicyStopped. */
  judge(entrypoint: string, document: string): string {
    return this.run(entrypoint, (at) => this.memory.write(document, at));
  }

  /** The same for a document that is UTF-8 already. */
  judgeBytes(entrypoint: string, document: Uint8Array): string {
    return this.run(entrypoint, (at) => this.memory.copy(document, at));
  }

  private run(entrypoint: string, put: (at: number) => number): string {
    const { dataAddr, dataHeapPtr, entrypoints } = this.loaded;
    const index = entrypoints[entrypoint];
    if (index === undefined) throw new Error(`the compiled policies have no entry point ${entrypoint}`);
    try {
      const length = put(dataHeapPtr);
      const heap = dataHeapPtr + length;
      return this.memory.text(this.exports.opa_eval(0, index, dataAddr, dataHeapPtr, length, heap, 0));
    } catch (error) {
      throw error instanceof PolicyStopped ? error : new PolicyStopped(said(error));
    }
  }

  private imports() {
    const call = (id: number, _context: number, ...args: readonly number[]) => this.host(id, args);
    return {
      env: {
        memory: this.memory.raw,
        opa_abort: (at: number) => {
          const why = this.memory.text(at);
          throw why === NO_MEMORY ? new PolicyStopped(TOO_LARGE, true) : new PolicyStopped(why);
        },
        opa_println: () => undefined,
        opa_builtin0: call,
        opa_builtin1: call,
        opa_builtin2: call,
        opa_builtin3: call,
        opa_builtin4: call,
      },
    };
  }

  private host(id: number, args: readonly number[]): number {
    const name = this.names.get(id) ?? String(id);
    const builtin = HOST_BUILTINS.get(name);
    if (builtin === undefined) throw new PolicyStopped(`the engine has no built-in ${name}`);
    const result = builtin(...args.map((at) => this.json(at)));
    if (result === undefined) return 0;
    const text = JSON.stringify(result);
    // Three bytes a code unit are the most that UTF-8 takes.
    const at = this.exports.opa_malloc(text.length * 3);
    return this.exports.opa_json_parse(at, this.memory.write(text, at));
  }

  private json(value: number): unknown {
    return JSON.parse(this.memory.text(this.exports.opa_json_dump(value)));
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
