import type { Connection } from "./database.js";

/** Carries out all of a task, or none of it. */
export async function inTransaction(connection: Connection, task: () => Promise<void>): Promise<void> {
  await connection.run("BEGIN");
  try {
    await task();
    await connection.run("COMMIT");
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
