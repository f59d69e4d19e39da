import pc from "picocolors";
import type { ResolutionOutcome, ResolutionStep, Resolved } from "../model/index.js";
import { placeText } from "./reach-words.js";
import { visible } from "./visible.js";

const REACHABLE: Readonly<Record<Resolved["reachable"], string>> = {
  yes: "every server of the chain is reached",
  no: "a server of the chain is not reached",
  unknown: "whether every server of the chain is reached is not known",
  within: "no question leaves its resolver",
};

/** What a name means, as a chain of those who are asked. */
export function renderResolved(resolved: Resolved, { colour }: { readonly colour: boolean }): string {
  const colors = pc.createColors(colour);
  const { status } = resolved;
  const tint =
    status === "answered"
      ? colors.green
      : status === "unknown" || status === "varies"
        ? colors.magenta
        : colors.yellow;
  const lines = [
    `${colors.bold(`${visible(resolved.name)} ${visible(resolved.type)}`)} from ${colors.bold(visible(resolved.from))}: ${tint(colors.bold(status))}`,
    visible(resolved.says),
    "",
    ...resolved.outcomes.flatMap((outcome) => answerLines(outcome, colors)),
    "",
    ...resolved.chain.flatMap((step) => stepLines(step, colors)),
    "",
    colors.dim(REACHABLE[resolved.reachable]),
    ...resolved.assumes.map((text) => colors.dim(`assumes: ${visible(text)}`)),
    ...(resolved.gaps.length === 0
      ? []
      : [colors.dim(`gaps that hide it: ${resolved.gaps.length} (causeway query "select * from gaps")`)]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

type Colors = ReturnType<typeof pc.createColors>;

function answerLines({ when, status, given }: ResolutionOutcome, colors: Colors): string[] {
  const condition = when.length === 0 ? [] : [colors.dim(`  ${visible(when.join(", "))}: ${status}`)];
  const records = given.map(
    ({ name, type, ttl, values }) =>
      `  ${visible(name)}  ${ttl === null ? "" : `${ttl}  `}${visible(type)}  ${visible(values.join(", "))}`,
  );
  return [...condition, ...records];
}

function stepLines({ depth, says, by }: ResolutionStep, colors: Colors): string[] {
  const indent = "  ".repeat(Math.min(depth, 20) + 1);
  const place = by?.at === undefined ? [] : [colors.dim(`${indent}│   ${placeText(by.at)}`)];
  return [`${indent}├ ${visible(says)}`, ...place];
}
