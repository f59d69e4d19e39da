import { createColors } from "picocolors";
import type { Severity } from "../../model/index.js";
import { columnsOf, wrap } from "./wrap.js";

type Colors = ReturnType<typeof createColors>;
export type Paint = (text: string) => string;

/** Column at which the values of labelled lines begin. */
const INDENT = 10;
const NARROWEST = 40;
const WIDEST = 110;

/** Lines of a page of a given width. Text is wrapped first and painted afterwards, so that colours take no room. */
export class Page {
  readonly #lines: string[] = [];
  readonly #width: number;
  readonly colors: Colors;

  constructor(columns: number, colour: boolean) {
    this.#width = Math.max(NARROWEST, Math.min(WIDEST, columns)) - 1;
    this.colors = createColors(colour);
  }

  /** A paragraph from the left edge. */
  say(text: string, paint: Paint = (line) => line): void {
    for (const line of wrap(text, this.#width)) this.#lines.push(paint(line));
  }

  /** A value with its label before it; further lines are indented to the value. */
  field(label: string, text: string, paint: { label?: Paint; text?: Paint } = {}): void {
    const lines = wrap(text, this.#width - INDENT);
    const padding = " ".repeat(Math.max(1, INDENT - columnsOf(label)));
    lines.forEach((line, index) => {
      const head = index === 0 ? (paint.label ?? this.colors.dim)(label) + padding : " ".repeat(INDENT);
      this.#lines.push(head + (paint.text ?? String)(line));
    });
  }

  /** One empty line, never two, none at the top. */
  gap(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.#lines.push("");
  }

  paintOf(severity: Severity): Paint {
    const { bold, red, yellow, cyan, dim } = this.colors;
    const paints = {
      critical: (text: string) => bold(red(text)),
      high: red,
      medium: yellow,
      low: cyan,
      info: dim,
    };
    return paints[severity];
  }

  toString(): string {
    return `${this.#lines.join("\n").trimEnd()}\n`;
  }
}
