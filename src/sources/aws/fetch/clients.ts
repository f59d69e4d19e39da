import type { JsonObject } from "../../../model/index.js";
import type { Service } from "../resource.js";
import { PACKAGES } from "./packages.js";

/** What we use of an SDK client. */
interface Client {
  send(command: object): Promise<object>;
  destroy(): void;
  readonly config: { region: () => Promise<string>; credentials?: unknown };
}
type ClientOf = new (config: object) => Client;
type CommandOf = new (input: object) => object;

/** Nothing but reading is ever sent. */
const READS = /^(?:Describe|Get|List|Search|Select|Lookup|BatchGet)[A-Z]/;

export interface ClientOptions {
  /** Tries of one call, the first included. */
  readonly attempts: number;
  /** Milliseconds until a connection, and until an answer. */
  readonly connectTimeout: number;
  readonly answerTimeout: number;
}

/** The SDK clients of one run, made when first needed: one a service and Region. */
export class Clients {
  private readonly clients = new Map<string, Promise<Client>>();
  private credentials: unknown;

  constructor(private readonly options: ClientOptions) {}

  /** Sends one call and gives its output as plain JSON. Errors are the SDK's. */
  async send(
    service: Service,
    operation: string,
    ask: { region: string; input: JsonObject },
  ): Promise<JsonObject> {
    if (!READS.test(operation)) throw new Error(`${operation} may not only read`);
    const [client, sdk] = await Promise.all([this.client(service, ask.region), load(service)]);
    const Command = member<CommandOf>(sdk, `${operation}Command`);
    const { $metadata: _metadata, ...output } = (await client.send(new Command(ask.input))) as JsonObject;
    // Dates become text, bytes base64, and absent members vanish, as in a saved answer.
    return JSON.parse(JSON.stringify(output, (_name, value) => asSaved(value))) as JsonObject;
  }

  /** The Region that profile or environment name; undefined where they name none. */
  async homeRegion(): Promise<string | undefined> {
    const Sts = member<ClientOf>(await load("sts"), PACKAGES.sts.client);
    try {
      return await new Sts({}).config.region();
    } catch {
      return undefined;
    }
  }

  async close(): Promise<void> {
    for (const client of this.clients.values()) (await client).destroy();
    this.clients.clear();
  }

  private client(service: Service, asked: string): Promise<Client> {
    const region = PACKAGES[service].region ?? asked;
    const key = `${service} ${region}`;
    const known = this.clients.get(key);
    if (known !== undefined) return known;
    const made = this.make(service, region);
    this.clients.set(key, made);
    return made;
  }

  private async make(service: Service, region: string): Promise<Client> {
    const [sdk, { NodeHttpHandler }] = await Promise.all([
      load(service),
      import("@smithy/node-http-handler"),
    ]);
    const Client = member<ClientOf>(sdk, PACKAGES[service].client);
    const { attempts, connectTimeout, answerTimeout } = this.options;
    const client = new Client({
      region,
      maxAttempts: attempts,
      retryMode: "adaptive",
      requestHandler: new NodeHttpHandler({
        connectionTimeout: connectTimeout,
        requestTimeout: answerTimeout,
        // Without these a limit is a line in the log, and an answer that never ends holds everything up.
        throwOnRequestTimeout: true,
        socketTimeout: answerTimeout,
      }),
      ...(this.credentials === undefined ? {} : { credentials: this.credentials }),
    });
    // The chain is walked once: a process or a browser login behind it should not run for each Region.
    this.credentials ??= client.config.credentials;
    return client;
  }
}

function asSaved(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}

function load(service: Service): Promise<object> {
  return PACKAGES[service].load();
}

function member<T>(sdk: object, name: string): T {
  const found = (sdk as Record<string, unknown>)[name];
  if (found === undefined) throw new Error(`the SDK has no ${name}`);
  return found as T;
}
