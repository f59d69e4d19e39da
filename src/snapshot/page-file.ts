import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { FilePages } from "./file-pages.js";

const PENDING = 1 << 20;

/**
 * A temporary file that is only appended to and read back by offset. Where the system allows it, the
 * name is removed at once: whatever ends the process, nothing stays.
 */
export class PageFile {
  private readonly file: number;
  private readonly folder: string;
  private readonly pending = Buffer.allocUnsafe(PENDING);
  private waiting = 0;
  private written = 0;
  private readonly pages: FilePages;

  constructor(parent: string) {
    this.folder = mkdtempSync(join(parent, "causeway-"));
    this.file = openSync(join(this.folder, "payloads"), "wx+", 0o600);
    this.pages = new FilePages(this.file);
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
    if (offset < this.written) return this.pages.line(offset);
    const from = offset - this.written;
    return this.pending.toString("utf8", from, this.pending.indexOf(10, from));
  }

  /** The file's descriptor, with all that was appended in the file: the threads of a process share descriptors. */
  settled(): number {
    this.flush();
    return this.file;
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
    this.pages.forget(this.written);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
    this.written += bytes.length;
  }

  private unlink(): void {
    try {
      rmSync(this.folder, { recursive: true, force: true });
    } catch {
      // Windows keeps the names of open files; `close` removes them.
    }
  }
}
