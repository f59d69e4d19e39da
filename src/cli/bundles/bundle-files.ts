import { InputError } from "../../model/errors.js";

/** One file of a bundle; `path` is its place in there, with slashes and none in front. */
export interface BundleFile {
  readonly path: string;
  read(): Buffer;
}

/** What a bundle may hold: more than any that somebody wrote, less than what fills a machine. */
export const LIMITS = { entries: 10_000, fileBytes: 4 << 20, wholeBytes: 64 << 20 } as const;

export function refused(bundle: string, message: string, next: string): InputError {
  return new InputError(`the bundle is refused: ${message}`, { path: bundle }, next);
}

/** Takes the entries of a bundle one by one, and refuses those that no honest one has. */
export class BundleEntries {
  private readonly found = new Map<string, BundleFile>();
  private seen = 0;
  private bytes = 0;

  constructor(private readonly bundle: string) {}

  /** Every entry counts, folders too. */
  count(): void {
    if (++this.seen > LIMITS.entries)
      throw refused(this.bundle, `it has more than ${LIMITS.entries} entries`, "leave out what is no policy");
  }

  /** What is neither a file nor a folder. */
  refuseType(raw: string, type: string): never {
    throw refused(
      this.bundle,
      `${quoted(raw)} is a ${type}; there may be files and folders alone`,
      "put the file itself there, as opa build does",
    );
  }

  /** The place of an entry; throws where it leads out of the bundle, or may. */
  place(raw: string): string {
    // `opa build` writes /a/policy.rego, `tar` writes ./a/policy.rego.
    const path = raw.replace(/^\.?\//, "").replace(/\/$/, "");
    const parts = path.split("/");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    const odd = /[\\\u0000-\u001f\u007f-\u009f]|^[A-Za-z]:/.test(path);
    if (odd || (raw !== "./" && parts.some((part) => part === "" || part === "." || part === ".."))) {
      throw refused(
        this.bundle,
        `${quoted(raw)} may lead out of it`,
        "build it again with opa build; its paths are plain names",
      );
    }
    return path;
  }

  file(path: string, size: number, read: () => Buffer): void {
    this.bytes += size;
    if (this.bytes > LIMITS.wholeBytes) throw tooLarge(this.bundle);
    if (this.found.has(path))
      throw refused(this.bundle, `${quoted(path)} is in it twice`, "leave one of them out");
    this.found.set(path, { path, read: () => this.within(path, { size, read }) });
  }

  /** Sorted by path. */
  get files(): BundleFile[] {
    return [...this.found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** A file that is never read may be larger: nobody looks into policy.wasm. */
  private within(
    path: string,
    { size, read }: { readonly size: number; readonly read: () => Buffer },
  ): Buffer {
    if (size <= LIMITS.fileBytes) return read();
    throw refused(
      this.bundle,
      `${quoted(path)} has more than ${LIMITS.fileBytes >> 20} MiB`,
      "split the file, or leave it out",
    );
  }
}

export const tooLarge = (bundle: string): InputError =>
  refused(
    bundle,
    `unpacked it has more than ${LIMITS.wholeBytes >> 20} MiB`,
    "leave out what is no policy, such as data and policy.wasm",
  );

/** A name as somebody hostile wrote it, on one line. */
const quoted = (raw: string): string => JSON.stringify(raw.length > 200 ? `${raw.slice(0, 200)}…` : raw);
