import { loadPolicy } from "@open-policy-agent/opa-wasm";

/** What one entry point says of one document: findings by policy id, and the policies that do not apply. */
export interface GroupResult {
  readonly f: Readonly<Record<string, readonly unknown[]>>;
  readonly na: readonly string[];
}

/** The policy program could not finish on a document. */
export class PolicyStopped extends Error {
  override readonly name = "PolicyStopped";
}

interface Exports {
  opa_eval(...args: number[]): number;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface Loaded {
  readonly mem: Memory;
  readonly wasmInstance: { readonly exports: Exports };
  readonly dataAddr: number;
  readonly dataHeapPtr: number;
  readonly entrypoints: Readonly<Record<string, number>>;
  setData(data: unknown): void;
}

// The package's types want DOM names that Node does not declare.
const load = loadPolicy as unknown as (
  wasm: Uint8Array,
  memory: { initial: number; maximum: number },
) => Promise<unknown>;

const PAGE = 65_536;
/** 16 MiB to begin with: the default of 320 KiB makes every larger document grow the memory. */
const INITIAL_PAGES = 256;
/** 1 GiB: a policy that asks for more is stopped. */
const MOST_PAGES = 16_384;
const SHORT = 256;
const EMPTY: GroupResult = { f: {}, na: [] };

/**
 * One instance of the compiled policies. Documents go in as bytes by the one-shot call of ABI 1.2
 * (OPA documentation, "Wasm ABI"), which resets the heap each time, so that nothing piles up.
 */
export class Engine {
  private readonly short = new Map<string, GroupResult>();
  private bytes = new Uint8Array(0);

  private constructor(private readonly loaded: Loaded) {}

  static async load(wasm: Uint8Array, data: unknown): Promise<Engine> {
    const memory = { initial: INITIAL_PAGES, maximum: MOST_PAGES };
    const loaded = (await load(wasm, memory)) as Loaded;
    loaded.setData(data);
    return new Engine(loaded);
  }

  has(entrypoint: string): boolean {
    return Object.hasOwn(this.loaded.entrypoints, entrypoint);
  }

  /** Judges one document (UTF-8 JSON). Throws PolicyStopped on a trap, an abort or too much memory. */
  judge(document: Uint8Array, entrypoint: string): GroupResult {
    const text = this.evaluate(document, entrypoint);
    const known = this.short.get(text);
    if (known !== undefined) return known;
    const [first] = JSON.parse(text) as { result: GroupResult }[];
    const result = first === undefined ? EMPTY : { f: first.result.f ?? {}, na: first.result.na ?? [] };
    // Most subjects have no finding, and then the text is one of very few.
    if (text.length < SHORT && this.short.size < SHORT) this.short.set(text, result);
    return result;
  }

  /** The raw result set as JSON text. */
  evaluate(document: Uint8Array, entrypoint: string): string {
    const { mem, wasmInstance, dataAddr, dataHeapPtr, entrypoints } = this.loaded;
    const index = entrypoints[entrypoint];
    if (index === undefined) throw new Error(`the compiled policies have no entry point ${entrypoint}`);
    this.reserve(dataHeapPtr + document.byteLength);
    this.view(mem).set(document, dataHeapPtr);
    const end = dataHeapPtr + document.byteLength;
    try {
      const at = wasmInstance.exports.opa_eval(0, index, dataAddr, dataHeapPtr, document.byteLength, end, 0);
      return textAt(this.view(mem), at);
    } catch (error) {
      throw new PolicyStopped(error instanceof Error ? error.message : String(error));
    }
  }

  private reserve(bytes: number): void {
    const { mem } = this.loaded;
    const missing = bytes - mem.buffer.byteLength;
    if (missing > 0) mem.grow(Math.ceil(missing / PAGE));
  }

  /** Growing detaches the old buffer, so the view is renewed then. */
  private view(mem: Memory): Uint8Array {
    if (this.bytes.buffer !== mem.buffer) this.bytes = new Uint8Array(mem.buffer);
    return this.bytes;
  }
}

const decoder = new TextDecoder();

function textAt(bytes: Uint8Array, start: number): string {
  return decoder.decode(bytes.subarray(start, bytes.indexOf(0, start)));
}

const engines = new WeakMap<Uint8Array, Promise<Engine>>();

/** One evaluation of one entry point without input; for the tests of policies. */
export async function evaluateOnce(wasm: Uint8Array, entrypoint: string, data: unknown): Promise<unknown> {
  const engine = engines.get(wasm) ?? Engine.load(wasm, data ?? {});
  engines.set(wasm, engine);
  const text = (await engine).evaluate(new TextEncoder().encode("{}"), entrypoint);
  const [first] = JSON.parse(text) as { result: unknown }[];
  return first?.result;
}
