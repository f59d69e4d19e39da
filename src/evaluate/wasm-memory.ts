import { PolicyStopped } from "./policy-stopped.js";
import { Memory, type RawMemory } from "./web-assembly.js";

const PAGE = 65_536;
const encoder = new TextEncoder();

/** The linear memory of an engine. Growing detaches its buffer, so the view on it is renewed then. */
export class WasmMemory {
  readonly raw: RawMemory;
  private bytes: Buffer;

  constructor(
    initial: number,
    private readonly maximum: number,
  ) {
    this.raw = new Memory({ initial, maximum });
    this.bytes = Buffer.from(this.raw.buffer);
  }

  get size(): number {
    return this.raw.buffer.byteLength;
  }

  /** Writes UTF-8 at an address and gives its length in bytes. */
  write(text: string, at: number): number {
    this.reserve(at + text.length);
    const fits = encoder.encodeInto(text, this.view().subarray(at));
    if (fits.read === text.length) return fits.written;
    this.reserve(at + text.length * 3);
    return encoder.encodeInto(text, this.view().subarray(at)).written;
  }

  copy(bytes: Uint8Array, at: number): number {
    this.reserve(at + bytes.byteLength);
    this.view().set(bytes, at);
    return bytes.byteLength;
  }

  /** The NUL-terminated UTF-8 at an address. */
  text(at: number): string {
    const view = this.view();
    return view.toString("utf8", at, view.indexOf(0, at));
  }

  private reserve(end: number): void {
    const missing = Math.ceil((end - this.size) / PAGE);
    if (missing <= 0) return;
    if (this.size / PAGE + missing > this.maximum) throw new PolicyStopped("the document is too large");
    this.raw.grow(missing);
  }

  private view(): Buffer {
    if (this.bytes.buffer !== this.raw.buffer) this.bytes = Buffer.from(this.raw.buffer);
    return this.bytes;
  }
}
