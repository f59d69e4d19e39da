import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { parse } from "yaml";
import { validate } from "../model/index.js";
import { packageRoot } from "./package-root.js";

const Text = Type.String({ minLength: 1 });

const RowSchema = Type.Object(
  {
    peer: Text,
    id: Type.String({ minLength: 1, description: "one control of the peer, or several of a kind" }),
    checks: Text,
    policies: Type.Optional(Type.Array(Text, { minItems: 1, description: "that ask the same, or more" })),
    but: Type.Optional(Type.String({ description: "what of the row they do not ask, and why" })),
    out: Type.Optional(Type.String({ description: "why it is not asked at all" })),
    missing: Type.Optional(Type.String({ description: "what is not asked yet" })),
    pending: Type.Optional(Type.Boolean({ description: "nobody looked at the row yet" })),
  },
  { additionalProperties: false },
);

/** One row of `policies/peers/<area>.yaml`. */
export type PeerRow = Static<typeof RowSchema>;

/** What the peers check, by area, as the files tell it. A file that does not fit is our own mistake. */
export function peerAreas(): ReadonlyMap<string, readonly PeerRow[]> {
  const folder = join(packageRoot(), "policies", "peers");
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return new Map(
    files.sort().map((file): [string, readonly PeerRow[]] => {
      const area = file.replace(/\.yaml$/, "");
      const told = parse(readFileSync(join(folder, file), "utf8")) as Record<string, PeerRow[]>;
      const [problem] = validate(Type.Object({ [area]: Type.Array(RowSchema) }), told);
      if (problem !== undefined) throw new Error(`${file} ${problem.pointer} ${problem.message}`);
      return [area, told[area] ?? []];
    }),
  );
}

/** How many rows of an area are asked, of those that are to be asked. */
export interface PeerTotals {
  readonly rows: number;
  readonly covered: number;
  readonly missing: number;
  readonly out: number;
  readonly pending: number;
}

export function peerTotals(rows: readonly PeerRow[]): PeerTotals {
  const count = (is: (row: PeerRow) => boolean) => rows.filter(is).length;
  return {
    rows: rows.length,
    covered: count(({ policies }) => policies !== undefined),
    missing: count(({ missing }) => missing !== undefined),
    out: count(({ out }) => out !== undefined),
    pending: count(({ pending }) => pending === true),
  };
}

/** Covered rows in per cent of those that are in scope; null where there are none. Rows that wait are in scope. */
export function coverageOf({ covered, missing, pending }: PeerTotals): number | null {
  const inScope = covered + missing + pending;
  return inScope === 0 ? null : (100 * covered) / inScope;
}
