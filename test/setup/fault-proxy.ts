import type { ServerResponse } from "node:http";
import { type QueryCall, startQueryServer } from "./query-server.js";

/** What befalls a call instead of its answer. */
export type Fault = "throttle" | "deny" | "unavailable" | "drop" | "cut" | "html" | "vanished";

export interface FaultProxy {
  readonly endpoint: string;
  /** From now on: `call` meets `fault`, `times` times (always, if not said). */
  inject(call: string, fault: Fault, times?: number): void;
  /** How often each call was tried. */
  tries(call: string): number;
  /** How many calls were answered and not refused. */
  answered(): number;
  stop(): Promise<void>;
}

const error = (code: string, message: string) =>
  `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>r</RequestID></Response>`;
/** The load balancers' APIs wrap their errors in another way than EC2. */
const wrapped = (code: string, message: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

/** Stands before an emulator and does to its answers what networks and services do. */
export async function startFaultProxy(target: () => string): Promise<FaultProxy> {
  const faults = new Map<string, { fault: Fault; left: number }>();
  const tried = new Map<string, number>();
  let answered = 0;
  const server = await startQueryServer(async (call, response) => {
    tried.set(call.call, (tried.get(call.call) ?? 0) + 1);
    const planned = faults.get(call.call);
    if (planned !== undefined && planned.left-- > 0) befall(planned.fault, call, response);
    else if (await forward(call, response, target())) answered++;
    return true;
  });
  return {
    endpoint: server.endpoint,
    inject: (call, fault, times = Number.POSITIVE_INFINITY) => void faults.set(call, { fault, left: times }),
    tries: (call) => tried.get(call) ?? 0,
    answered: () => answered,
    stop: server.stop,
  };
}

function befall(fault: Fault, { call }: QueryCall, response: ServerResponse): void {
  const say = call.startsWith("ec2:") ? error : wrapped;
  const reply = (status: number, body: string) =>
    response.writeHead(status, { "content-type": "text/xml" }).end(body);
  if (fault === "throttle") reply(503, say("RequestLimitExceeded", "Request limit exceeded."));
  else if (fault === "deny")
    reply(
      403,
      say(call.startsWith("ec2:") ? "UnauthorizedOperation" : "AccessDenied", "You are not authorized."),
    );
  else if (fault === "unavailable") reply(503, say("ServiceUnavailable", "Come back later."));
  else if (fault === "vanished") reply(400, say("LoadBalancerNotFound", "It is gone."));
  else if (fault === "html") reply(500, "<!doctype html><title>500 Internal Server Error</title><p>oops");
  else if (fault === "drop") response.destroy();
  else {
    response.writeHead(200, { "content-length": "5000", "content-type": "text/xml" });
    response.write("<Response><half");
    setTimeout(() => response.destroy(), 20);
  }
}

async function forward(
  { request, body }: QueryCall,
  response: ServerResponse,
  target: string,
): Promise<boolean> {
  const { host: _host, connection: _connection, "content-length": _length, ...headers } = request.headers;
  const answer = await fetch(`${target}${request.url}`, {
    method: request.method ?? "POST",
    headers: headers as Record<string, string>,
    ...(body === "" ? {} : { body }),
  });
  const type = answer.headers.get("content-type") ?? "text/xml";
  // The emulator's page for calls that it does not know: an SDK would ask for it again and again.
  const unknown = answer.status === 500 && type.startsWith("text/html");
  response.writeHead(unknown ? 400 : answer.status, { "content-type": type });
  response.end(await answer.text());
  return answer.ok;
}
