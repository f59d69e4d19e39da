/** Rows as they come from a query. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const MOST_CELL = 60;

/** A plain table. Control characters of collected text are shown, not sent to the terminal. */
export function tableText({ columns, rows }: Table, width: number): string {
  const cells = [columns, ...rows].map((row) => row.map(cellText));
  const widths = columns.map((_name, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const [head = "", ...body] = lines;
  const rule = "─".repeat(Math.min(Math.max(...lines.map(({ length }) => length), 1), width));
  return `${[head, rule, ...body].join("\n")}\n`;
}

function cellText(value: unknown): string {
  const text =
    typeof value === "string" ? value : value === null || value === undefined ? "" : JSON.stringify(value);
  const safe = shownText(text);
  return safe.length > MOST_CELL ? `${safe.slice(0, MOST_CELL - 1)}…` : safe;
}

/** Collected text for a terminal: control characters are shown, not sent. */
export function shownText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\u00b7");
}
