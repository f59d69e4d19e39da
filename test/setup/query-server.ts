import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ACCOUNT } from "./model-server/account.js";
import { answerOf } from "./model-server/answer.js";
import { modelOf } from "./model-server/models.js";
import { routeOf, scopeOf } from "./model-server/route.js";

/** One call, as it came. */
export interface QueryCall {
  /** service:Operation. */
  readonly call: string;
  readonly region: string;
  /** Of the query protocols. */
  readonly params: URLSearchParams;
  readonly body: string;
  readonly request: IncomingMessage;
}

/** Answers a call, or says nothing and lets the next in line do it. */
export type Handler = (call: QueryCall, response: ServerResponse) => boolean | Promise<boolean>;

/** Starts an HTTP server on loopback that reads AWS calls and hands them on. */
export async function startQueryServer(
  handle: Handler,
): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void readCall(request).then(async (call) => {
      if (!(await handle(call, response))) response.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function readCall(request: IncomingMessage): Promise<QueryCall> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const { method = "GET", url = "/", headers } = request;
  const route = routeOf({ method, url, headers, body });
  const call = route === null ? `unknown:${url}` : `${route.model.service}:${route.operation.name}`;
  return { call, region: scopeOf({ headers }).region, params: new URLSearchParams(body), body, request };
}

/** Route 53's XML: the members of the response, inside it. */
export function route53Xml(operation: string, members: string): string {
  return `<?xml version="1.0"?><${operation}Response xmlns="https://route53.amazonaws.com/doc/2013-04-01/">${members}</${operation}Response>`;
}

/** EC2's XML: the members of the response, inside it. */
export function ec2Xml(operation: string, members: string): string {
  return `<?xml version="1.0"?><${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${members}</${operation}Response>`;
}

/** An account with nothing in it, in eu-west-1 alone: what the model of the call makes of that; null for no call. */
export function emptyAnswer({ call, region }: Pick<QueryCall, "call" | "region">): string | null {
  const [service = "", name = ""] = call.split(":");
  const model = modelOf(service);
  const operation = model?.operations[name];
  if (model == null || operation === undefined) return null;
  const ask = {
    call,
    account: "111122223333",
    region,
    input: {},
    role: undefined,
    model,
    operation,
    attempt: 1,
  };
  const own = ACCOUNT[call];
  const fixture = own === undefined ? undefined : () => own(ask, ["eu-west-1"]);
  return answerOf(ask, { fixture, items: 0, pageSize: 1000, canary: undefined }).body;
}

/** XML of the other query protocol: the members of the result, inside it. */
export function wrapped(operation: string, members: string): string {
  return `<${operation}Response><${operation}Result>${members}</${operation}Result></${operation}Response>`;
}

/** Which service a request is signed for, and the target or path by which it tells what it asks. */
export function signedFor({ request }: Pick<QueryCall, "request">): { service: string; asks: string } {
  const [, service = ""] =
    /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  const target = request.headers["x-amz-target"];
  return { service, asks: typeof target === "string" ? target : ((request.url ?? "").split("?")[0] ?? "") };
}
