import { UsageError } from "../../model/errors.js";
import {
  asideOf,
  createSnapshot,
  discardAside,
  type Earlier,
  openEarlier,
  type SnapshotWriter,
  setAside,
} from "../../snapshot/index.js";
import { awsSource } from "../aws-source.js";
import { besideConfig, readSettings, type Settings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { Known } from "../known-answers.js";
import { Shelving } from "../shelving.js";
import {
  bindFiles,
  type Collected,
  liveAws,
  type PlacedFile,
  samlFiles,
  savedFolder,
  writtenFiles,
} from "../sources.js";
import { beThrifty } from "../thrift.js";

interface CollectOptions {
  readonly config?: string;
  readonly output?: string;
  readonly fromFiles?: string[];
  readonly aws?: boolean;
  readonly inventory?: string[];
  readonly nftables?: string[];
  readonly bind?: string[];
  readonly saml?: string[];
  readonly regions?: string[];
  readonly accounts?: string[];
  readonly resume?: boolean;
  readonly maxAge?: string;
  readonly changed?: boolean;
  readonly who?: boolean;
}

/** `causeway collect`: every source into one snapshot. What could not be read is counted, and kept as gaps. */
export async function collect(options: CollectOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const path = options.output ?? besideConfig(settings, settings.config.snapshot ?? "estate.duckdb");
  const since = options.maxAge === undefined ? undefined : before(options.maxAge);
  const changed = options.changed === true;
  const earlier = await earlierOf(path, { resume: options.resume === true, since, changed });
  try {
    const known = { earlier: earlier?.find, since, changed: changed && earlier !== undefined };
    const sources = sourcesOf(options, { settings, known }, io);
    if (sources.length === 0) {
      throw new UsageError(
        "no source is named",
        "give --from-files DIR, --inventory FILE, --nftables FILE or --bind FILE, or leave all out to read AWS",
      );
    }
    const writer = await createSnapshot(path);
    // How many answers there will be nobody knows; each is garbage soon.
    beThrifty();
    try {
      const sum = await gather(sources, writer, io);
      await writer.finish();
      say(sum, path, io);
    } catch (error) {
      await writer.close().catch(() => undefined);
      io.err(`what was collected so far is kept; next: causeway collect --resume\n`);
      throw error;
    }
  } finally {
    await earlier?.close();
  }
  discardAside(asideOf(path));
  return EXIT.clean;
}

/** Answers that need not be asked for again; undefined where all is to be asked. */
async function earlierOf(
  path: string,
  { resume, since, changed }: { resume: boolean; since: string | undefined; changed: boolean },
): Promise<Earlier | undefined> {
  if (!resume && !changed && since === undefined) return undefined;
  const read = await setAside(path);
  // Whether older ones still hold is seen one by one.
  return read.length === 0 ? undefined : openEarlier(read, changed ? undefined : since);
}

/** `90m`, `24h`, `7d`: so long ago, as RFC 3339. */
function before(age: string): string {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(age) ?? [];
  if (count === undefined) throw new UsageError(`${JSON.stringify(age)} is no age`, "write 90m, 24h or 7d");
  const minutes = Number(count) * { m: 1, h: 60, d: 1440 }[unit as "m" | "h" | "d"];
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

interface Sum {
  nodes: number;
  answers: number;
  gaps: number;
  failed: number;
  calls: number;
}

async function gather(
  sources: readonly AsyncIterable<Collected>[],
  writer: SnapshotWriter,
  io: Io,
): Promise<Sum> {
  const sum: Sum = { nodes: 0, answers: 0, gaps: 0, failed: 0, calls: 0 };
  const shelf = new Shelving(writer);
  for (const source of sources) {
    for await (const collected of source) {
      await shelf.add(collected);
      sum.nodes += collected.batch.nodes.length;
      sum.answers += collected.answers.length;
      sum.gaps += collected.batch.gaps.length;
      sum.calls += collected.ledger.length;
      sum.failed += collected.ledger.filter(({ status }) => status !== "ok").length;
      io.progress(`collected ${sum.answers} answers, ${sum.nodes} descriptions`);
    }
  }
  await shelf.empty();
  return sum;
}

function say(sum: Sum, path: string, io: Io): void {
  io.out(`wrote ${path}: ${sum.answers} answers, ${sum.nodes} descriptions of nodes, ${sum.gaps} gaps\n`);
  if (sum.failed > 0) {
    io.out(
      `${sum.failed} of ${sum.calls} calls or files gave less than asked: causeway query "select * from ledger where status <> 'ok'"\n`,
    );
  }
}

interface Beside {
  readonly settings: Settings;
  readonly known: Omit<Known, "aggregator">;
}

function sourcesOf(options: CollectOptions, { settings, known }: Beside, io: Io): AsyncIterable<Collected>[] {
  const named = options.fromFiles ?? options.inventory ?? options.nftables ?? options.bind ?? options.saml;
  const configured = named === undefined && options.aws !== true ? settings.config.sources : undefined;
  const beside = (path: string) => besideConfig(settings, path);
  const files = configured?.files;
  const folders = options.fromFiles ?? [files ?? []].flat().map(beside);
  const inventories = options.inventory ?? (configured?.inventory ?? []).map(beside);
  const placed = (texts: string[] | undefined, entries: readonly PlacedFile[] = []): PlacedFile[] =>
    texts?.map(placedFile) ?? entries.map((entry) => ({ ...entry, path: beside(entry.path) }));
  const nftables = placed(options.nftables, configured?.nftables);
  const bind = placed(options.bind, configured?.bind);
  const sources = folders.map((folder) => savedFolder(folder));
  if (inventories.length > 0 || nftables.length > 0) sources.push(writtenFiles(inventories, nftables));
  if (bind.length > 0) sources.push(bindFiles(bind));
  const saml = options.saml ?? (configured?.saml ?? []).map(beside);
  if (saml.length > 0) sources.push(samlFiles(saml));
  const wantsAws =
    options.aws === true ||
    configured?.aws !== undefined ||
    (named === undefined && settings.config.sources === undefined);
  if (wantsAws)
    sources.push(
      liveAws(
        {
          source: awsSource(settings, options),
          who: options.who === true,
          known: { ...known, aggregator: settings.config.sources?.aws?.aggregator },
        },
        io,
      ),
    );
  return sources;
}

/** `FILE` or `FILE@HOST`. */
function placedFile(text: string): PlacedFile {
  const at = text.lastIndexOf("@");
  return at <= 0 ? { path: text } : { path: text.slice(0, at), host: text.slice(at + 1) };
}
