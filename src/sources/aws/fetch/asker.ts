import pLimit from "p-limit";
import type { JsonObject, RawAnswer } from "../../../model/index.js";
import type { Resource } from "../resource.js";
import { ask, type EarlierAnswers } from "./call.js";
import { Clients } from "./clients.js";

/** Where a call goes, and whose answer it is. */
export interface Asked {
  readonly region: string;
  /** Whom the answer tells of. */
  readonly account: string | undefined;
  readonly earlier?: EarlierAnswers | undefined;
}

/** Asks a call to its last page; what fails is the last answer. */
export type Ask = (resource: Resource, input: JsonObject, where: Asked) => Promise<RawAnswer[]>;

/** Asks, by the default credential chain, what is no part of a collection. Calls are made one after the other. */
export class Asker {
  private readonly clients = new Clients({ attempts: 6, connectTimeout: 5_000, answerTimeout: 60_000 });
  private readonly limit = pLimit(1);

  /** @param now RFC 3339 time of now */
  constructor(private readonly now: () => string) {}

  readonly ask: Ask = (resource, input, { region, account, earlier }) => {
    const turn = <T>(_service: string, task: () => Promise<T>) => this.limit(task);
    return ask(resource, input, { clients: this.clients, region, account, now: this.now, earlier, turn });
  };

  close(): void {
    this.clients.close();
  }
}
