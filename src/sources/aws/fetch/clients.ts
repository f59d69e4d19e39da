import type { JsonObject } from "../../../model/index.js";
import type { Service } from "../resource.js";
import { type Addressable, keepAddress } from "./addressed.js";
import { PACKAGES } from "./packages.js";
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

/** The SDK clients of one run, made when first needed: one a service and Region. */
export class Clients {
  private readonly clients = new Map<string, Promise<Client>>();
  /** Clients of a session that has ended. */
  private readonly retired: Promise<Client>[] = [];
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
    const Sts = member<ClientOf>(await load("sts"), PACKAGES.sts.client);
    try {
      return await new Sts({}).config.region();
    } catch {
      return undefined;
    }
  }

  /** No more is asked in that Region: some sixty clients with their connections go. Whoever asks again gets new ones. */
  leave(region: string): Promise<void> {
    const left = [...this.clients].filter(([key]) => key.endsWith(` ${region}`));
    for (const [key] of left) this.clients.delete(key);
    return destroyed(left.map(([, client]) => client));
  }

  async close(): Promise<void> {
    const made = [...this.retired.splice(0), ...this.clients.values()];
    this.clients.clear();
    await destroyed(made);
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
    const [client, sdk] = await Promise.all([this.client(service, region), load(service)]);
    const Command = member<CommandOf>(sdk, `${operation}Command`);
    // A copy: S3 Control writes names into what it is given by ARN.
    return client.send(new Command({ ...input }));
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
    const { attempts, connectTimeout, answerTimeout, onThrottled } = this.options;
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
    if (service === "s3control") keepAddress(client);
    if (onThrottled !== undefined) watchThrottling(client, () => onThrottled(service, region));
    // The chain is walked once: a process or a browser login behind it should not run for each Region.
    this.credentials ??= client.config.credentials;
    return client;
  }
}

async function destroyed(made: readonly Promise<Client>[]): Promise<void> {
  for (const client of await Promise.allSettled(made))
    if (client.status === "fulfilled") client.value.destroy();
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
