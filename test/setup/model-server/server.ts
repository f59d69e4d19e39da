import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ACCOUNT, SEVENTEEN } from "./account.js";
import { answerOf, type Fixture } from "./answer.js";
import { type Ask, questionOf } from "./ask.js";
import { befall, type FaultRule, faultOf } from "./faults.js";
import { inputOf } from "./input.js";
import { errorReply, type Reply } from "./output.js";
import { type Asked, type Route, routeOf, scopeOf } from "./route.js";

export interface ModelServerOptions {
  /** Account of an access key; of every other key, that of `account`. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly account?: string;
  readonly regions?: readonly string[];
  /** What calls answer, in the shape of the API; everything else the models make up. */
  readonly fixtures?: Readonly<Record<string, Fixture>>;
  /** Items of every list that is made up; 0. */
  readonly items?: number;
  /** Items of a page; 1000. */
  readonly pageSize?: number;
  readonly faults?: readonly FaultRule[];
  readonly seed?: number;
  /** Milliseconds before each answer. */
  readonly latency?: number;
  /** Text that is put into every member that may hold a secret. */
  readonly canary?: string;
}

/** What was asked, and how often it was tried and answered. */
export interface Counted extends Pick<Ask, "call" | "account" | "region" | "input"> {
  readonly tries: number;
  readonly answered: number;
}

export interface ModelServer {
  readonly endpoint: string;
  /** Every question so far. */
  calls(): Counted[];
  /** How many calls got an answer and no fault. */
  answered(): number;
  /** What requests did that the models forbid; empty is right. */
  complaints(): string[];
  /** From now on these faults, and a count from nothing. */
  restart(faults: readonly FaultRule[]): void;
  stop(): Promise<void>;
}

/** Starts a local AWS that is made of the API models: every service, five protocols, all accounts and Regions. */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const desk = new Desk(options);
  const server = createServer((request, response) => {
    void desk.serve(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  // Connections are kept as AWS keeps them, or every call would cost a new one.
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls: () => [...desk.counts.values()],
    answered: () => desk.answered,
    complaints: () => [...desk.complaints].sort(),
    restart: (faults) => desk.restart(faults),
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

type Count = { -readonly [Member in keyof Counted]: Counted[Member] };

class Desk {
  readonly counts = new Map<string, Count>();
  readonly complaints = new Set<string>();
  answered = 0;
  private served = 0;
  private faults: readonly FaultRule[];

  constructor(private readonly options: ModelServerOptions) {
    this.faults = options.faults ?? [];
  }

  restart(faults: readonly FaultRule[]): void {
    this.faults = faults;
    this.served = this.answered = 0;
    this.counts.clear();
  }

  /** What is told is made up while whoever asked waits: a call takes so long as the latency says, not longer. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const begun = performance.now();
    const tell = this.answer(await readAsked(request), response);
    const left = Math.ceil((this.options.latency ?? 0) - (performance.now() - begun));
    if (left > 0) await new Promise((done) => setTimeout(done, left));
    tell();
  }

  private answer(asked: Asked, response: ServerResponse): () => void {
    const route = routeOf(asked);
    if (route === null) {
      this.complaints.add(
        `nobody knows ${asked.method} ${asked.url} ${String(asked.headers["x-amz-target"] ?? "")}`,
      );
      const none = { "content-type": "text/html" };
      return () => void response.writeHead(404, none).end("<html>no such operation</html>");
    }
    const { ask, count } = this.read(route, asked);
    const fault = faultOf(this.faults, ask, { seed: this.options.seed ?? 1, served: this.served++ });
    if (fault !== undefined && !["cut", "half"].includes(fault))
      return () => befall(fault, ask, { response, body: "" });
    const reply = this.reply(ask);
    if (fault !== undefined) return () => befall(fault, ask, { response, body: reply.body });
    return () => {
      this.answered++;
      count.answered++;
      response.writeHead(reply.status, reply.headers).end(reply.body);
    };
  }

  private reply(ask: Ask): Reply {
    const { regions = SEVENTEEN, fixtures = {}, items = 0, pageSize = 1000, canary } = this.options;
    const own = ACCOUNT[ask.call];
    const always = own === undefined ? undefined : () => own(ask, regions);
    const fixture = fixtures[ask.call] ?? always;
    const reply = answerOf(ask, { fixture, items, pageSize, canary });
    for (const complaint of reply.complaints) this.complaints.add(`${ask.call}: ${complaint}`);
    return reply.complaints.length === 0
      ? reply
      : errorReply(ask.model, {
          code: "ValidationException",
          message: reply.complaints.join("; "),
          status: 400,
        });
  }

  private read(route: Route, asked: Asked): { ask: Ask; count: Count } {
    const { accessKey, region } = scopeOf(asked);
    const { keys = {}, account = "111122223333" } = this.options;
    // The key of an assumed role tells whose it is: see `assumed`.
    const [, assumed, role] = /^ASIA(\d{12})(.*)$/.exec(accessKey) ?? [];
    const where = { account: assumed ?? keys[accessKey] ?? account, region };
    const call = `${route.model.service}:${route.operation.name}`;
    const question = { call, ...where, input: inputOf(route, asked) };
    const key = questionOf(question);
    const count = this.counts.get(key) ?? { ...question, tries: 0, answered: 0 };
    this.counts.set(key, count);
    const { model, operation } = route;
    const attempt = ++count.tries;
    return {
      count,
      ask: { ...question, role: role === undefined ? undefined : roleOf(role), model, operation, attempt },
    };
  }
}

function roleOf(encoded: string): string {
  return Buffer.from(encoded, "hex").toString("utf8");
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "GET", url = "/", headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks).toString("utf8") };
}
