import { joinBatches } from "../model/index.js";
import type { SnapshotWriter } from "../snapshot/index.js";
import type { Collected } from "./sources.js";

/** Nodes that may wait; then whoever brings more waits too. */
const MOST_WAITING = 20_000;

/**
 * Between two writes: writing holds calls up, and a transaction costs the same for one answer as for a hundred. What
 * comes in the pause is lost with a kill: a fiftieth of the time that went by, and no more than a second.
 */
const PAUSE = { share: 1 / 50, least: 50, most: 1000 };

/**
 * Writes what is collected while more is asked for: what comes during one write goes with the next, so that writes are
 * few and a killed collection has lost little.
 */
export class Shelving {
  private waiting: Collected[] = [];
  private size = 0;
  private writing: Promise<void> | undefined;
  private hurried = false;
  private hurry: () => void = () => undefined;
  private readonly begun = performance.now();

  constructor(private readonly writer: SnapshotWriter) {}

  /** Rejects where something that came before could not be written. */
  async add(collected: Collected): Promise<void> {
    this.waiting.push(collected);
    this.size += collected.batch.nodes.length + collected.answers.length;
    this.writing ??= this.write();
    if (this.size <= MOST_WAITING) return;
    this.hurry();
    await this.writing;
  }

  /** Everything is written. */
  async empty(): Promise<void> {
    this.hurried = true;
    this.hurry();
    while (this.waiting.length > 0 || this.writing !== undefined) {
      this.writing ??= this.write();
      await this.writing;
    }
  }

  private write(): Promise<void> {
    const writing = this.rest();
    // Told to whoever adds or empties next; until then nobody waits for it.
    writing.catch(() => undefined);
    return writing;
  }

  private async rest(): Promise<void> {
    while (this.waiting.length > 0) {
      const some = this.waiting.splice(0);
      this.size = 0;
      await this.writer.add({
        answers: some.flatMap(({ answers }) => answers),
        batch: joinBatches(some.map(({ batch }) => batch)),
        ledger: some.flatMap(({ ledger }) => ledger),
      });
      await this.pause();
    }
    this.writing = undefined;
  }

  private pause(): Promise<void> {
    const passed = (performance.now() - this.begun) * PAUSE.share;
    const wait = Math.min(PAUSE.most, Math.max(PAUSE.least, passed));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.hurried ? 0 : wait);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
