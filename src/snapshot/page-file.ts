import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

const PAGE = 1 << 16;
const MOST_PAGES = 128;
const PENDING = 1 << 20;

/**
 * A temporary file that is only appended to and read back by offset, through a cache of pages.
 * Where the system allows it, the name is removed at once: whatever ends the process, nothing stays.
 */
export class PageFile {
  private readonly file: number;
  private readonly folder: string;
  private readonly pending = Buffer.allocUnsafe(PENDING);
  private waiting = 0;
  private written = 0;
  private readonly pages = new Map<number, Buffer>();

  constructor(parent: string) {
    this.folder = mkdtempSync(join(parent, "causeway-"));
    this.file = openSync(join(this.folder, "payloads"), "wx+", 0o600);
    this.unlink();
  }

  /** Appends a line, without line breaks of its own, and gives its offset. */
  append(text: string): number {
    const offset = this.written + this.waiting;
    const most = text.length * 3 + 1;
    if (most > PENDING - this.waiting) this.flush();
    if (most > PENDING) this.write(Buffer.from(`${text}\n`, "utf8"));
    else {
      this.waiting += this.pending.write(text, this.waiting, "utf8");
      this.pending[this.waiting++] = 10;
    }
    return offset;
  }

  /** The line that starts at the offset. */
  line(offset: number): string {
    if (offset >= this.written) {
      const from = offset - this.written;
      return this.pending.toString("utf8", from, this.pending.indexOf(10, from));
    }
    const parts: Buffer[] = [];
    for (let at = offset; ; ) {
      const page = this.page(Math.floor(at / PAGE));
      const from = at % PAGE;
      const end = page.indexOf(10, from);
      if (end >= 0) {
        if (parts.length === 0) return page.toString("utf8", from, end);
        return Buffer.concat([...parts, page.subarray(from, end)]).toString("utf8");
      }
      if (page.length < PAGE) throw new Error(`the temporary file ends inside the line at ${offset}`);
      parts.push(page.subarray(from));
      at += page.length - from;
    }
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private flush(): void {
    this.write(this.pending.subarray(0, this.waiting));
    this.waiting = 0;
  }

  private write(bytes: Buffer): void {
    // The last page may have been read half full.
    this.pages.delete(Math.floor(this.written / PAGE));
    for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
    this.written += bytes.length;
  }

  private page(number: number): Buffer {
    const known = this.pages.get(number);
    if (known !== undefined) {
      this.pages.delete(number);
      this.pages.set(number, known);
      return known;
    }
    const page = Buffer.allocUnsafeSlow(PAGE);
    const length = readSync(this.file, page, 0, PAGE, number * PAGE);
    const [oldest] = this.pages.keys();
    if (this.pages.size >= MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
    const filled = page.subarray(0, length);
    this.pages.set(number, filled);
    return filled;
  }

  private unlink(): void {
    try {
      rmSync(this.folder, { recursive: true, force: true });
    } catch {
      // Windows keeps the names of open files; `close` removes them.
    }
  }
}
