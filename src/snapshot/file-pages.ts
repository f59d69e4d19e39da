import { readSync } from "node:fs";

const PAGE = 1 << 16;
const MOST_PAGES = 64;

/** Lines of a file by their offsets, through a cache of pages. It reads by position, so threads may share the file. */
export class FilePages {
  private readonly pages = new Map<number, Buffer>();

  constructor(private readonly file: number) {}

  /** The line that starts at the offset. */
  line(offset: number): string {
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
      // A copy: the memory of a page may serve another one before a very long line is at its end.
      parts.push(Buffer.from(page.subarray(from)));
      at += page.length - from;
    }
  }

  /** Forgets the page at an offset: it was read while it was half full. */
  forget(offset: number): void {
    this.pages.delete(Math.floor(offset / PAGE));
  }

  private page(number: number): Buffer {
    const known = this.pages.get(number);
    if (known !== undefined) {
      this.pages.delete(number);
      this.pages.set(number, known);
      return known;
    }
    const [oldest] = this.pages;
    const full = this.pages.size >= MOST_PAGES && oldest !== undefined;
    if (full) this.pages.delete(oldest[0]);
    // The memory of a page that is no longer kept serves the next.
    const memory = full && oldest[1].length === PAGE ? oldest[1] : Buffer.allocUnsafeSlow(PAGE);
    const page = memory.subarray(0, readSync(this.file, memory, 0, PAGE, number * PAGE));
    this.pages.set(number, page);
    return page;
  }
}
