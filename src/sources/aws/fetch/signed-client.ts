import { createRequire } from "node:module";
import type sts from "@aws-sdk/client-sts";
import { HttpRequest } from "@smithy/core/transport";
import { SignatureV4 } from "@smithy/signature-v4";
import { endpointOf } from "./signed-endpoint.js";
import { failedAnswer } from "./signed-failure.js";
import { type Operation, requestParts, type SignedService } from "./signed-services.js";

/** What a client of the SDK lends to one of our own: who we are, how to try again, and the way out. */
interface Lender {
  readonly config: {
    region(): Promise<string>;
    credentials(): Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }>;
    retryStrategy(): Promise<Retries>;
    readonly sha256: ConstructorParameters<typeof SignatureV4>[0]["sha256"];
    readonly requestHandler: { handle(request: HttpRequest): Promise<{ response: Answered }> };
  };
  destroy(): void;
}

interface Retries {
  acquireInitialRetryToken(scope: string): Promise<Token>;
  refreshRetryTokenForRetry(token: Token, error: object): Promise<Token>;
  recordSuccess(token: Token): void;
}

interface Token {
  getRetryDelay(): number;
}

interface Answered {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * A module like those of the SDK, for a service whose package cannot be had: `XClient`, and `YCommand` for each of
 * its operations, all of which only read. Credentials, Region, retries and connections are those of the SDK.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function signedModule(service: SignedService): object {
  const { STSClient } = createRequire(import.meta.url)("@aws-sdk/client-sts") as typeof sts;
  const commands = Object.entries(service.operations).map(([name, operation]) => [
    `${name}Command`,
    class {
      readonly operation = { name, ...operation };
      constructor(readonly input: object) {}
    },
  ]);
  class Client {
    readonly lender: Lender;
    /** Around every try, as in a client of the SDK. */
    private readonly watches: Watch[] = [];
    readonly middlewareStack = { add: (watch: Watch): void => void this.watches.push(watch) };

    constructor(config: object) {
      this.lender = new STSClient(config) as unknown as Lender;
    }

    get config(): Lender["config"] {
      return this.lender.config;
    }

    send({ operation, input }: { operation: Named; input: Record<string, unknown> }): Promise<object> {
      const question = { lender: this.lender, service, operation, input };
      const ask = this.watches.reduce<Next>(
        (next, watch) => watch(next),
        () => once(question),
      );
      return retried(this.lender, () => ask(question));
    }

    destroy(): void {
      this.lender.destroy();
    }
  }
  return { SignedClient: Client, ...Object.fromEntries(commands) };
}

type Next = (args: object) => Promise<object>;
type Watch = (next: Next) => Next;
type Named = Operation & { readonly name: string };

interface Question {
  readonly lender: Lender;
  readonly service: SignedService;
  readonly operation: Named;
  readonly input: Readonly<Record<string, unknown>>;
}

async function once({ lender: { config }, service, operation, input }: Question): Promise<object> {
  const region = await config.region();
  const base = await endpointOf(service, region);
  const { path, query, headers, body, method } = requestParts(service, operation, input);
  const request = new HttpRequest({
    ...{ method, query, protocol: base.protocol, hostname: base.hostname },
    path: base.pathname.replace(/\/$/, "") + path,
    ...(base.port === "" ? {} : { port: Number(base.port) }),
    headers: { host: base.host, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const signer = new SignatureV4({
    ...{ region, service: service.signingName, sha256: config.sha256, credentials: config.credentials },
  });
  const signed = (await signer.sign(request)) as HttpRequest;
  const { response } = await config.requestHandler.handle(signed);
  const text = await textOf(response.body);
  if (response.statusCode >= 300) throw failedAnswer(response, text);
  return { ...parsed(text, response.statusCode), $metadata: {} };
}

/** @throws what the SDK would where half a document came: an error that tells the status, and no code of a service. */
function parsed(text: string, httpStatusCode: number): object {
  try {
    return JSON.parse(text === "" ? "{}" : text) as object;
  } catch (cause) {
    throw Object.assign(new Error("the answer is no JSON", { cause }), { $metadata: { httpStatusCode } });
  }
}

/** The SDK's own way to try again, with its waits. */
async function retried(lender: Lender, task: () => Promise<object>): Promise<object> {
  const strategy = await lender.config.retryStrategy();
  let token = await strategy.acquireInitialRetryToken("");
  for (let attempts = 1; ; attempts++) {
    try {
      const answer = await task();
      strategy.recordSuccess(token);
      return answer;
    } catch (error) {
      const errorType = kindOf(error);
      if (errorType === null) throw error;
      try {
        token = await strategy.refreshRetryTokenForRetry(token, { error, errorType });
      } catch {
        // No further try is granted: what the last one met is what there is to tell, and how many there were.
        throw counted(error, attempts);
      }
      await new Promise((resolve) => setTimeout(resolve, token.getRetryDelay()));
    }
  }
}

function counted(error: unknown, attempts: number): unknown {
  const { $metadata } = error as { $metadata?: object };
  return Object.assign(error as object, { $metadata: { ...$metadata, attempts } });
}

/** What the SDK tries again. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
const BROKEN =
  /^(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|TimeoutError|RequestTimeout(?:Exception)?)$/;
const THROTTLED =
  /^(?:BandwidthLimitExceeded|EC2ThrottledException|LimitExceededException|PriorRequestNotComplete|ProvisionedThroughputExceededException|RequestLimitExceeded|RequestThrottled(?:Exception)?|SlowDown|Throttl\w*|TooManyRequests\w*|TransactionInProgressException)$/;

/** What the SDK calls an error that another try may mend; null for others. */
function kindOf(error: unknown): "THROTTLING" | "TRANSIENT" | null {
  const { name, code, $metadata } = error as {
    name?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 429 || THROTTLED.test(name ?? "")) return "THROTTLING";
  // A plain 500 too: its strategy grants no further try to what is called an error of the server.
  if ([500, 502, 503, 504].includes(status)) return "TRANSIENT";
  return BROKEN.test(code ?? "") || BROKEN.test(name ?? "") ? "TRANSIENT" : null;
}

/** Longer than any page of these services. */
const MOST = 64 * 2 ** 20;

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MOST) throw new Error("the answer is longer than 64 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
