import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ContentHash } from "./content-hash.js";
import { openDatabase } from "./database.js";
import { inTransaction } from "./in-transaction.js";
import { firstMeta } from "./meta.js";
import { tableStatements } from "./schema.js";
import { viewStatements } from "./views.js";

const MEMORY = 128;

/**
 * Makes a snapshot that holds nothing yet. The build has made one: to make hundreds of views takes a second, which a
 * short collection would feel; where Causeway runs from its sources, they are made.
 */
export async function makeEmpty(file: string): Promise<void> {
  const built = builtEmpty();
  // Not a copy of the file, which would be as little writable as what was installed may be.
  if (existsSync(built)) writeFileSync(file, readFileSync(built));
  else await fill(file);
}

/** Where the build leaves it; another one for other tables and views. */
export function builtEmpty(): string {
  const hash = createHash("sha256").update(statements().join(";"));
  return join(import.meta.dirname, `../empty-${hash.digest("hex").slice(0, 16)}.duckdb`);
}

/** Makes the tables and views in a new file. */
export async function fill(file: string): Promise<void> {
  const database = await openDatabase(file, { write: true, memory: MEMORY });
  try {
    await inTransaction(database.connection, async () => {
      for (const statement of statements()) await database.connection.run(statement);
      await firstMeta(database.connection, new ContentHash().value());
    });
    await database.connection.run("CHECKPOINT");
  } finally {
    database.close();
  }
}

function statements(): string[] {
  return [...tableStatements(), ...viewStatements()];
}
