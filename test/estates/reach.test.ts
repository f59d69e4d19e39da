import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Collected, savedFolder, writtenFiles } from "../../src/cli/sources.js";
import { reachability } from "../../src/derive/index.js";
import { assemble, type Graph } from "../../src/graph/index.js";
import type { Answer, Batch, Exposed, Hop, Question } from "../../src/model/index.js";

/**
 * One folder, one small estate: `answers` as the AWS CLI saves them, `site` for what people write of a data
 * centre, and `expected.yaml`, written from the provider's documentation and not from what the engine said.
 */
interface Story {
  readonly story: string;
  readonly documentation: readonly string[];
  /** Everything that the internet can open; `eni-1 tcp 443`. */
  readonly exposed?: readonly string[];
  readonly questions: readonly Expected[];
}

interface Expected {
  readonly question: Question;
  /** A verdict; `blocked` is any that is certain and does not reach. */
  readonly verdict: Answer["verdict"] | "blocked";
  readonly because: string;
  /** Words of a gap that the answer must name; without it an unknown answer needs no gap, but a reason. */
  readonly gap?: string;
  /** Why the engine does not give this answer yet. A pending question that is answered right must lose the word. */
  readonly pending?: string;
  /** `<label> <what>[ by <part of the rule's label>][ as <source> > <destination>]`, hop by hop. */
  readonly there?: readonly string[];
  readonly back?: readonly string[];
}

const FOLDER = join(import.meta.dirname, "reach");
const stories = readdirSync(FOLDER).sort();

describe.each(stories)("%s", (name) => {
  const folder = join(FOLDER, name);
  const story = parse(readFileSync(join(folder, "expected.yaml"), "utf8")) as Story;
  let graph: Graph;
  let engine: ReturnType<typeof reachability>;

  beforeAll(async () => {
    graph = assemble(await batchesIn(folder));
    engine = reachability(graph, { internet: { ipv4: 8, ipv6: 16 } });
  });

  it("cites what it was written from", () => {
    expect(story.documentation.length).toBeGreaterThan(0);
    for (const url of story.documentation) expect(url).toMatch(/^https:\/\//);
  });

  it.each(story.questions.map((one, index) => [`${index + 1}: ${inShort(one)}`, one] as const))(
    "%s",
    (_, expected) => {
      const wrong = differences(engine.answer(expected.question), expected, graph);
      if (expected.pending === undefined) expect(wrong.join("\n")).toBe("");
      else {
        expect(wrong, "the engine has learnt this: take `pending` out of expected.yaml").not.toEqual([]);
        console.info(`pending: ${name}, ${inShort(expected)}: ${expected.pending}`);
      }
    },
  );

  if (story.exposed !== undefined)
    it("lists what the internet can open", () => {
      expect(engine.exposed().flatMap(opened).sort()).toEqual([...(story.exposed ?? [])].sort());
    });

  it("gives the same answers to the same questions", () => {
    const all = () => JSON.stringify(story.questions.map(({ question }) => engine.answer(question)));
    expect(all()).toBe(all());
  });
});

async function batchesIn(folder: string): Promise<Batch[]> {
  const site = join(folder, "site");
  const written = existsSync(site) ? readdirSync(site).map((file) => join(site, file)) : [];
  const listings = written.filter((path) => path.endsWith(".json"));
  const sources: AsyncIterable<Collected>[] = [savedFolder(join(folder, "answers"))];
  if (written.length > 0)
    sources.push(
      writtenFiles(
        written.filter((path) => !listings.includes(path)),
        listings.map((path) => ({ path, host: hostOf(path) })),
      ),
    );
  const batches: Batch[] = [];
  for (const source of sources) for await (const { batch } of source) batches.push(batch);
  return batches;
}

/** `site/fw-1.json` is the listing of the host `fw-1`. */
const hostOf = (path: string) => path.replace(/^.*\//, "").replace(/\.json$/, "");

function differences(answer: Answer, expected: Expected, graph: Graph): string[] {
  const { verdict, gap } = expected;
  const fits =
    verdict === "blocked"
      ? answer.verdict !== "reaches" && answer.verdict !== "unknown"
      : answer.verdict === verdict;
  const wrong = fits ? [] : [`${answer.verdict} instead of ${verdict}: ${answer.says}`, ...hopsOf(answer)];
  if (answer.verdict === "unknown" && answer.says === "") wrong.push("unknown without a reason");
  if (gap !== undefined) {
    const told = graph.gaps.filter(({ id }) => answer.gaps.includes(id)).map(({ message }) => message);
    if (!told.some((message) => message.includes(gap)))
      wrong.push(`no gap says "${gap}": ${told.join("; ")}`);
  }
  for (const way of ["there", "back"] as const) {
    const hops = answer.trace.filter((hop) => hop.way === way);
    const wanted = expected[way];
    if (
      wanted === undefined ||
      (wanted.length === hops.length && wanted.every((text, at) => isHop(hops[at], text)))
    )
      continue;
    wrong.push(`${way}, wanted:`, ...wanted, `${way}, found:`, ...hops.map(inWords));
  }
  return wrong;
}

const hopsOf = ({ trace }: Answer) => trace.map((hop) => `${hop.way} ${inWords(hop)}`);

function isHop(hop: Hop | undefined, text: string): boolean {
  const [, name, what, by, packet] = /^(\S+) (\S+?)(?: by (.+?))?(?: as (\S+ > \S+))?$/.exec(text) ?? [];
  if (hop === undefined || short(hop.label) !== name || hop.what !== what) return false;
  if (by !== undefined && hop.by?.label.includes(by) !== true) return false;
  return packet === undefined || fitsPacket(hop, packet);
}

/** `ANY` stands for an address that the engine picks as an example. */
function fitsPacket({ packet }: Hop, text: string): boolean {
  const [source, destination] = text.split(" > ");
  const fits = (wanted: string | undefined, found: string | undefined) =>
    wanted === "ANY" || wanted === found;
  return fits(source, packet?.source) && fits(destination, packet?.destination);
}

function inWords({ label, what, by, packet }: Hop): string {
  const rule = by === undefined ? "" : ` by ${by.label}`;
  return `${short(label)} ${what}${rule} as ${packet?.source} > ${packet?.destination}`;
}

/** The id of a thing that has a name too: `front (eni-1)`. */
const short = (label: string) => /\((\S+)\)$/.exec(label)?.[1] ?? label;

function inShort({
  question: { from, to, protocol = "any", port, icmpType, sourcePort },
  verdict,
}: Expected): string {
  const end = (one: Question["from"]) =>
    String(Object.values(one)[0] === true ? "internet" : Object.values(one)[0]);
  const ports = typeof port === "object" ? `${port.from}-${port.to}` : (port ?? icmpType ?? "");
  const source = sourcePort === undefined ? "" : ` from port ${JSON.stringify(sourcePort)}`;
  return `${protocol} ${ports} ${end(from)} → ${end(to)}${source} ${verdict}`.replace("  ", " ");
}

function opened({ label, services, uncertain }: Exposed): string[] {
  const text = ({ protocol, ports }: Exposed["services"][number]) => {
    const runs = ports.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
    return runs.length === 0 ? [protocol] : runs.map((run) => `${protocol} ${run}`);
  };
  return [
    ...services.flatMap(text).map((service) => `${short(label)} ${service}`),
    ...uncertain.flatMap(text).map((service) => `${short(label)} ${service}, uncertain`),
  ];
}
