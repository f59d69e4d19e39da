import { UsageError } from "../../model/errors.js";
import { createSnapshot } from "../../snapshot/index.js";
import { besideConfig, readSettings, type Settings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type Collected, liveAws, type NftablesFile, savedFolder, writtenFiles } from "../sources.js";

interface CollectOptions {
  readonly config?: string;
  readonly output?: string;
  readonly fromFiles?: string[];
  readonly aws?: boolean;
  readonly inventory?: string[];
  readonly nftables?: string[];
  readonly regions?: string[];
}

/** `causeway collect`: every source into one snapshot. What could not be read is counted, and kept as gaps. */
export async function collect(options: CollectOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const sources = sourcesOf(options, settings, io);
  if (sources.length === 0) {
    throw new UsageError(
      "no source is named",
      "give --from-files DIR, --inventory FILE or --nftables FILE, or leave all out to read AWS",
    );
  }
  const path = options.output ?? besideConfig(settings, settings.config.snapshot ?? "estate.duckdb");
  const writer = await createSnapshot(path);
  const sum = { nodes: 0, answers: 0, gaps: 0, failed: 0, calls: 0 };
  for (const source of sources) {
    for await (const collected of source) {
      await writer.add(collected);
      sum.nodes += collected.batch.nodes.length;
      sum.answers += collected.answers.length;
      sum.gaps += collected.batch.gaps.length;
      sum.calls += collected.ledger.length;
      sum.failed += collected.ledger.filter(({ status }) => status !== "ok").length;
      io.progress(`collected ${sum.answers} answers, ${sum.nodes} descriptions`);
    }
  }
  await writer.finish();
  io.out(`wrote ${path}: ${sum.answers} answers, ${sum.nodes} descriptions of nodes, ${sum.gaps} gaps\n`);
  if (sum.failed > 0) {
    io.out(
      `${sum.failed} of ${sum.calls} calls or files gave less than asked: causeway query "select * from ledger where status <> 'ok'"\n`,
    );
  }
  return EXIT.clean;
}

function sourcesOf(options: CollectOptions, settings: Settings, io: Io): AsyncIterable<Collected>[] {
  const named = options.fromFiles ?? options.inventory ?? options.nftables;
  const configured = named === undefined && options.aws !== true ? settings.config.sources : undefined;
  const beside = (path: string) => besideConfig(settings, path);
  const files = configured?.files;
  const folders = options.fromFiles ?? [files ?? []].flat().map(beside);
  const inventories = options.inventory ?? (configured?.inventory ?? []).map(beside);
  const nftables: NftablesFile[] =
    options.nftables?.map(nftablesFile) ??
    (configured?.nftables ?? []).map((entry) => ({ ...entry, path: beside(entry.path) }));
  const sources = folders.map((folder) => savedFolder(folder));
  if (inventories.length > 0 || nftables.length > 0) sources.push(writtenFiles(inventories, nftables));
  const wantsAws =
    options.aws === true ||
    configured?.aws !== undefined ||
    (named === undefined && settings.config.sources === undefined);
  if (wantsAws)
    sources.push(
      liveAws(
        { regions: options.regions ?? configured?.aws?.regions, concurrency: configured?.aws?.concurrency },
        io,
      ),
    );
  return sources;
}

/** `FILE` or `FILE@HOST`. */
function nftablesFile(text: string): NftablesFile {
  const at = text.lastIndexOf("@");
  return at <= 0 ? { path: text } : { path: text.slice(0, at), host: text.slice(at + 1) };
}
