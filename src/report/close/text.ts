import pc from "picocolors";
import type { AlsoClosed, LeastChange, RuleEdit } from "../../model/index.js";
import { placeText, serviceText } from "../reach-words.js";
import { visible } from "../visible.js";
import { count, thousands } from "../words.js";
import { instructionsFor } from "./instructions.js";
import { termsText } from "./terms.js";

type Colors = ReturnType<typeof pc.createColors>;

/** What to change, how, and what comes of it. */
export function renderLeastChange(change: LeastChange, { colour }: { readonly colour: boolean }): string {
  const colors = pc.createColors(colour);
  const { before, after, outcome, edits, required, alsoCloses } = change;
  const lines = [
    `${colors.bold(visible(before.from))} → ${colors.bold(visible(before.to))}: ${colors.bold(before.verdict)}`,
    `${visible(change.says)}${outcome === "found" ? sizeText(change) : ""}`,
    ...edits.flatMap((edit, index) => ["", ...editLines(edit, { number: index + 1, colors })]),
    ...(after === undefined
      ? []
      : [
          "",
          `${colors.bold("asked again with it made")}: ${colors.green(after.verdict)}, ${visible(after.says)}`,
        ]),
    ...requiredLines(required, { outcome, colors }),
    ...(alsoCloses === undefined ? [] : alsoLines(alsoCloses, colors)),
  ];
  return `${lines.join("\n")}\n`;
}

function sizeText({ edits, smallest, irreducible }: LeastChange): string {
  if (!irreducible) return "; they are too many to try whether some of them can be left out";
  if (!smallest)
    return "; none of them can be left out, and whether another set is smaller was not tried to the end";
  return edits.length === 1 ? "" : "; no fewer do";
}

function editLines(edit: RuleEdit, { number, colors }: { number: number; colors: Colors }): string[] {
  const { console: clicks, commands, terraform } = instructionsFor(edit);
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`   ${colors.bold(title)}`, ...lines.map((line) => `     ${line}`.trimEnd())];
  return [
    `${number}. ${colors.bold(deedOf(edit))} ${visible(edit.rule.label)}`,
    colors.dim(`   ${placeText(edit.rule.at)}`),
    ...becomesOf(edit).map((text) => `   ${text}`),
    `   no longer lets through: ${edit.takes.map(serviceText).join("; ")}`,
    ...block("console", clicks),
    ...block("commands", commands ?? ["# a name in it cannot be written in a command safely"]),
    ...block("Terraform", terraform),
  ];
}

function deedOf(edit: RuleEdit): string {
  if (edit.kind === "group-rule") return edit.becomes.length === 0 ? "remove" : "narrow";
  if (edit.kind === "chain-rule") return "refuse before";
  const [only, ...more] = edit.steps;
  if (only !== undefined && more.length === 0 && only.deed !== "create")
    return only.deed === "delete" ? "remove" : "narrow";
  return "refuse before";
}

function becomesOf(edit: RuleEdit): string[] {
  if (edit.kind !== "group-rule" || edit.becomes.length === 0) return [];
  const parts = edit.becomes.map((terms) => termsText(terms, edit.direction)).join("; ");
  const group = "group" in edit.was.peer && edit.becomes.some(({ peer }) => "cidr" in peer);
  const note = group ? ["members of the group are named by address: new ones will not be let in"] : [];
  return [`becomes: ${parts}`, ...note];
}

function requiredLines(
  required: LeastChange["required"],
  { outcome, colors }: { outcome: LeastChange["outcome"]; colors: Colors },
): string[] {
  if (required.length === 0) return [];
  const lines = required.map(({ name, before, after }) => {
    if (before !== "reaches") return colors.magenta(`  not open before: ${visible(name)}: ${before}`);
    return `  ${outcome === "found" ? "stays open" : "open"}: ${visible(name)}: ${after}`;
  });
  return ["", colors.bold("required"), ...lines];
}

const MOST_SHOWN = 20;

function alsoLines({ interfaces, behind, asked }: AlsoClosed, colors: Colors): string[] {
  const losers = interfaces.filter(({ lost }) => lost.length > 0);
  const lines = losers.slice(0, MOST_SHOWN).map(({ label, before, after, lost }) => {
    const what = lost.map(serviceText).join("; ");
    return `  ${visible(label)}: ${count(before, "open port")} before, ${thousands(after)} after; loses ${what}`;
  });
  const more = losers.length - lines.length;
  const unasked = asked < behind ? `; ${behind - asked} of them were not asked` : "";
  return [
    "",
    `${colors.bold("what the internet opens behind the edited filters")} (${count(behind, "interface")}${unasked})`,
    ...(lines.length === 0 ? ["  nothing else changes"] : lines),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
