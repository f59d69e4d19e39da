/** The part of the WebAssembly API that is used here; Node has it, its type declarations leave it to the DOM's. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: object };
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => RawMemory;
}

/** Compiled code; may be handed to worker threads. */
export interface WasmModule {
  readonly [Symbol.toStringTag]?: string;
}

export interface RawMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export const { Module, Instance, Memory } = (globalThis as unknown as { WebAssembly: WebAssemblyApi })
  .WebAssembly;
