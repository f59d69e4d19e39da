import pc from "picocolors";
import type { Answer, Cell, Exposed, Hop } from "../model/index.js";
import { placeText, serviceText } from "./reach-words.js";
import { visible } from "./visible.js";

interface Look {
  readonly colour: boolean;
}

const MARKS: Readonly<Record<Hop["what"], string>> = {
  leaves: "○",
  passes: "│",
  routed: "│",
  translated: "│",
  relayed: "├",
  arrives: "●",
  refused: "✗",
  unrouted: "✗",
  lost: "✗",
  unknown: "?",
};

/** One answer as a drawn way: what happened at each hop, which rule decided, and where it stands. */
export function renderAnswer(answer: Answer, { colour }: Look): string {
  const colors = pc.createColors(colour);
  const tint =
    answer.verdict === "reaches"
      ? colors.yellow
      : answer.verdict === "unknown"
        ? colors.magenta
        : colors.green;
  const lines = [
    `${colors.bold(visible(answer.from))} → ${colors.bold(visible(answer.to))}: ${tint(colors.bold(answer.verdict))}`,
    visible(answer.says),
    "",
    ...answer.trace.flatMap((hop, index) => drawn(hop, { before: answer.trace[index - 1], colour })),
    ...keptBy(answer, colors),
    ...answer.assumes.map((text) => colors.dim(`assumes: ${visible(text)}`)),
    ...(answer.gaps.length === 0
      ? []
      : [colors.dim(`gaps that hide it: ${answer.gaps.length} (causeway query "select * from gaps")`)]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function keptBy({ keeps }: Answer, colors: ReturnType<typeof pc.createColors>): string[] {
  if (keeps === undefined || keeps.length === 0) return [];
  const lines = keeps.map(
    ({ way, says, label }, index) =>
      `  ${index + 1}. ${way}: ${visible(says)} ${colors.dim(`(${visible(label)})`)}`,
  );
  return ["", colors.bold("everything that keeps it"), ...lines];
}

function drawn(hop: Hop, { before, colour }: { before: Hop | undefined; colour: boolean }): string[] {
  const colors = pc.createColors(colour);
  const turn = before !== undefined && before.way !== hop.way ? [colors.dim("  the answer")] : [];
  const packet = hop.packet === undefined ? "" : colors.dim(`  ${packetText(hop.packet)}`);
  const changed =
    before?.packet === undefined ||
    hop.packet === undefined ||
    packetText(before.packet) !== packetText(hop.packet);
  const place = hop.by?.at === undefined ? [] : [colors.dim(`  │     ${placeText(hop.by.at)}`)];
  return [...turn, `  ${MARKS[hop.what]} ${visible(hop.says)}${changed ? packet : ""}`, ...place];
}

function packetText(packet: NonNullable<Hop["packet"]>): string {
  const { source, destination, sourcePort, destinationPort, icmpType } = packet;
  const end = (address: string, port: number | undefined) =>
    port === undefined ? address : address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
  const kind = icmpType === undefined ? "" : ` icmp type ${icmpType}`;
  return `${end(source, sourcePort)} → ${end(destination, destinationPort)}${kind}`;
}

/** What the internet can open, thing by thing. */
export function renderExposed(all: readonly Exposed[], { colour }: Look): string {
  const colors = pc.createColors(colour);
  if (all.length === 0) return "The internet can open nothing here, as far as was collected.\n";
  const lines = all.flatMap(({ label, addresses, services, uncertain, gaps }) => [
    `${colors.bold(visible(label))}  ${colors.dim(addresses.join(", "))}`,
    ...services.map((service) => `  ${serviceText(service)}`),
    ...uncertain.map((service) =>
      colors.magenta(`  ? ${serviceText(service)} (not certain, ${gaps.length} gaps)`),
    ),
  ]);
  return `${lines.join("\n")}\n`;
}

export interface KeptFlow {
  readonly line: number;
  readonly expect: string;
  /** Null where it cannot be told. */
  readonly kept: boolean | null;
  readonly answer: Answer;
}

/** A test of intent: every flow in a line, those that are not as they must be with the way. */
export function renderFlows(
  flows: readonly KeptFlow[],
  { path, colour }: Look & { readonly path: string },
): string {
  const colors = pc.createColors(colour);
  const lines = flows.flatMap(({ line, expect, kept, answer }) => {
    const name = visible(answer.id ?? `${answer.from} → ${answer.to}`);
    const mark =
      kept === true ? colors.green("ok") : kept === false ? colors.red("NOT SO") : colors.magenta("unknown");
    const head = `${mark}  ${name}: expected ${expect}, ${answer.verdict}  ${colors.dim(`${visible(path)}:${line}`)}`;
    return kept === true
      ? [head]
      : [
          head,
          ...renderAnswer(answer, { colour })
            .trimEnd()
            .split("\n")
            .map((text) => `    ${text}`),
        ];
  });
  const broken = flows.filter(({ kept }) => kept === false).length;
  const open = flows.filter(({ kept }) => kept === null).length;
  return `${lines.join("\n")}\n\n${flows.length} flows: ${flows.length - broken - open} as they must be, ${broken} not, ${open} unknown\n`;
}

/** Zones by zones: what reaches, what may not, and a way for each that may not. */
export function renderMatrix(cells: readonly Cell[], { colour }: Look): string {
  const colors = pc.createColors(colour);
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${visible(cell.from)} → ${visible(cell.to)}`;
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  const told = ({ service, verdict, allowed }: Cell) => {
    const text = `${visible(service)} ${verdict}`;
    if (allowed === false && verdict === "reaches") return colors.red(`${text} (not allowed)`);
    return verdict === "unknown"
      ? colors.magenta(text)
      : verdict === "reaches"
        ? colors.green(text)
        : colors.dim(text);
  };
  const width = Math.max(0, ...[...rows.keys()].map((key) => key.length));
  const table = [...rows].map(([key, row]) => `${key.padEnd(width)}  ${row.map(told).join(", ")}`);
  const broken = cells.filter(({ verdict, allowed }) => verdict === "reaches" && allowed === false);
  const ways = broken.flatMap(({ answer }) => [
    "",
    ...renderAnswer(answer, { colour }).trimEnd().split("\n"),
  ]);
  return `${[...table, ...ways].join("\n")}\n\n${cells.length} cells, ${broken.length} not allowed\n`;
}
