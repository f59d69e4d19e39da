import { createRequire } from "node:module";
import type handler from "@smithy/node-http-handler";
import type { JsonObject } from "../../../model/index.js";
import type { Service } from "../resource.js";
import { type Addressable, keepAddress } from "./addressed.js";
import { PACKAGES } from "./packages.js";
import { Patience } from "./patience.js";
import { failureOf, isExpired } from "./sdk-failure.js";
import { type Watchable, watchThrottling } from "./throttle-watch.js";

/** What we use of an SDK client. */
interface Client extends Watchable {
  send(command: object): Promise<object>;
  destroy(): void;
  readonly config: Addressable["config"] & { region: () => Promise<string>; credentials?: unknown };
}
type ClientOf = new (config: object) => Client;
type CommandOf = new (input: object) => object;

/** As `PACKAGES` do: without a second reading. */
const require = createRequire(import.meta.url);

/** Nothing but reading is ever sent; a simulation reads policies and says what they come to. */
const READS = /^(?:(?:Describe|Get|List|Search|Select|Lookup|BatchGet)[A-Z]|SimulatePrincipalPolicy$)/;

/** Somebody else to be than the default chain makes us. */
export interface Login {
  /** Credentials, as the SDK takes them. */
  provide(): Promise<object>;
  /** Those that were given are of no use any more. */
  renew(): void;
}

export interface ClientOptions {
  /** Tries of one call, the first included. */
  readonly attempts: number;
  /** Milliseconds until a connection, and until an answer. */
  readonly connectTimeout: number;
  readonly answerTimeout: number;
  readonly login?: Login;
  /** Told of every try that was throttled. */
  readonly onThrottled?: (service: Service, region: string) => void;
}

/** Tells nobody anything. Had it an `info`, a copy of each question and answer without secrets would be made for it. */
const SILENT = { debug: () => {}, warn: () => {}, error: () => {}, trace: () => {} };

/** The SDK clients of one run, made when first needed: one a service and Region. */
export class Clients {
  private readonly clients = new Map<string, Client>();
  /** Clients of a session that has ended. */
  private readonly retired: Client[] = [];
  /** Clients with calls under way, and how many. */
  private readonly asked = new Map<Client, number>();
  private credentials: unknown;
  private session = 0;

  constructor(private readonly options: ClientOptions) {
    this.credentials = options.login?.provide;
  }

  /** Sends one call and gives its output as plain JSON. Errors are the SDK's. */
  async send(
    service: Service,
    operation: string,
    ask: { region: string; input: JsonObject },
  ): Promise<JsonObject> {
    if (!READS.test(operation)) throw new Error(`${operation} may not only read`);
    const { $metadata: _metadata, ...output } = (await this.sent(service, operation, ask)) as JsonObject;
    // Dates become text, bytes base64, and absent members vanish, as in a saved answer.
    return JSON.parse(JSON.stringify(output, (_name, value) => asSaved(value))) as JsonObject;
  }

  /** A session in a role: no read, and no change either. Errors are the SDK's. */
  assumeRole(region: string, input: JsonObject): Promise<object> {
    return this.sent("sts", "AssumeRole", { region, input });
  }

  /** The Region that profile or environment name; undefined where they name none. */
  async homeRegion(): Promise<string | undefined> {
    const Sts = member<ClientOf>(load("sts"), PACKAGES.sts.client);
    try {
      return await new Sts({}).config.region();
    } catch {
      return undefined;
    }
  }

  /**
   * The Region was read: some sixty clients with their connections go. Those stay that are asked just now for what
   * belongs to no Region; whoever asks later gets new ones.
   */
  leave(region: string): void {
    for (const [key, client] of this.clients) {
      if (!key.endsWith(` ${region}`) || this.asked.has(client)) continue;
      this.clients.delete(key);
      client.destroy();
    }
  }

  close(): void {
    for (const client of [...this.retired.splice(0), ...this.clients.values()]) client.destroy();
    this.clients.clear();
  }

  /** A session that ended on the way is begun anew once; whoever is told so again has no way in. */
  private async sent(
    service: Service,
    operation: string,
    ask: { region: string; input: JsonObject },
  ): Promise<object> {
    const { session } = this;
    try {
      return await this.command(service, operation, ask);
    } catch (error) {
      if (!isExpired(failureOf(error))) throw error;
      this.beginAnew(session);
      return this.command(service, operation, ask);
    }
  }

  private async command(
    service: Service,
    operation: string,
    { region, input }: { region: string; input: JsonObject },
  ): Promise<object> {
    const client = this.client(service, region);
    const Command = member<CommandOf>(load(service), `${operation}Command`);
    this.asked.set(client, (this.asked.get(client) ?? 0) + 1);
    try {
      // A copy: S3 Control writes names into what it is given by ARN.
      return await client.send(new Command({ ...input }));
    } finally {
      const left = (this.asked.get(client) ?? 1) - 1;
      if (left > 0) this.asked.set(client, left);
      else this.asked.delete(client);
    }
  }

  /** Clients keep the credentials that they were given: new ones take their place. Many calls fail with one session. */
  private beginAnew(ended: number): void {
    if (ended !== this.session) return;
    this.session++;
    this.options.login?.renew();
    this.credentials = this.options.login?.provide;
    this.retired.push(...this.clients.values());
    this.clients.clear();
  }

  private client(service: Service, asked: string): Client {
    const region = PACKAGES[service].region ?? asked;
    const key = `${service} ${region}`;
    const known = this.clients.get(key);
    if (known !== undefined) return known;
    const made = this.make(service, region);
    this.clients.set(key, made);
    return made;
  }

  private make(service: Service, region: string): Client {
    const sdk = load(service);
    const { NodeHttpHandler } = require("@smithy/node-http-handler") as typeof handler;
    const Client = member<ClientOf>(sdk, PACKAGES[service].client);
    const { attempts, connectTimeout, answerTimeout, onThrottled } = this.options;
    const client = new Client({
      region,
      logger: SILENT,
      maxAttempts: attempts,
      retryStrategy: new Patience(async () => attempts),
      requestHandler: new NodeHttpHandler({
        connectionTimeout: connectTimeout,
        requestTimeout: answerTimeout,
        // Without these a limit is a line in the log, and an answer that never ends holds everything up.
        throwOnRequestTimeout: true,
        socketTimeout: answerTimeout,
      }),
      ...(this.credentials === undefined ? {} : { credentials: this.credentials }),
    });
    if (service === "s3control") keepAddress(client);
    if (onThrottled !== undefined) watchThrottling(client, () => onThrottled(service, region));
    // The chain is walked once: a process or a browser login behind it should not run for each Region.
    this.credentials ??= client.config.credentials;
    return client;
  }
}

function asSaved(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}

function load(service: Service): object {
  return PACKAGES[service].load();
}

function member<T>(sdk: object, name: string): T {
  const found = (sdk as Record<string, unknown>)[name];
  if (found === undefined) throw new Error(`the SDK has no ${name}`);
  return found as T;
}
