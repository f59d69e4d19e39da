import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type Ask, questionOf } from "./ask.js";
import { type Model, type Operation, shapeOf } from "./models.js";
import { type ApiError, errorReply } from "./output.js";

/** What befalls a call instead of its answer; `delay` befalls it before its answer. */
export type Fault =
  | "throttle"
  | "internal"
  | "unavailable"
  | "html"
  | "reset"
  | "cut"
  | "half"
  | "hang"
  | "expired"
  | "denied"
  | "vanished"
  | "opt-in"
  | "unknown-action";

export interface FaultRule {
  readonly fault: Fault;
  /** Calls that it befalls; all but who we are, otherwise. */
  readonly calls?: RegExp;
  /** Where it befalls them. */
  readonly regions?: readonly string[];
  /** The share of questions that it befalls, drawn by the seed; all otherwise. */
  readonly share?: number;
  /** Tries of one question that it befalls, from the first; all otherwise. */
  readonly times?: number;
  /** Calls that are spared before it begins. */
  readonly after?: number;
}

/** The first rule that befalls a call. */
export function faultOf(
  rules: readonly FaultRule[],
  ask: Ask,
  { seed, served }: { seed: number; served: number },
) {
  return rules.find(
    ({ calls = /^(?!sts:)/, regions, share = 1, times = Number.POSITIVE_INFINITY, after = 0 }) =>
      calls.test(ask.call) &&
      (regions?.includes(ask.region) ?? true) &&
      ask.attempt <= times &&
      served >= after &&
      draw(seed, questionOf(ask)) < share,
  )?.fault;
}

/** A number from 0 to 1 that follows from seed and question alone, whatever else goes on. */
function draw(seed: number, question: string): number {
  return createHash("sha256").update(`${seed} ${question}`).digest().readUInt32BE(0) / 2 ** 32;
}

type Refusal = (model: Model, operation: Operation) => ApiError;
const isOld = ({ protocol }: Model) => protocol !== "json" && protocol !== "rest-json";

/** The codes that services of each protocol give: their common errors, and EC2's own. */
const REFUSALS: Partial<Record<Fault, Refusal>> = {
  throttle: (model) => ({ message: "Rate exceeded", ...throttled(model) }),
  internal: (model) => ({
    message: "It broke.",
    status: 500,
    code: isOld(model) ? "InternalError" : "InternalServerException",
  }),
  unavailable: (model) => ({
    message: "Come back later.",
    status: 503,
    code: isOld(model) ? "ServiceUnavailable" : "ServiceUnavailableException",
  }),
  expired: (model) => ({
    message: "The security token included in the request is expired",
    status: model.protocol === "query" ? 403 : 400,
    code:
      model.protocol === "ec2" ? "RequestExpired" : isOld(model) ? "ExpiredToken" : "ExpiredTokenException",
  }),
  denied: (model) => ({
    message: "You are not authorized to perform this operation.",
    status: model.protocol === "json" ? 400 : 403,
    code:
      model.protocol === "ec2"
        ? "UnauthorizedOperation"
        : isOld(model)
          ? "AccessDenied"
          : "AccessDeniedException",
  }),
  vanished: (model, operation) => ({ message: "There is none.", ...gone(model, operation) }),
  "opt-in": (model) => ({
    message: "You are not subscribed to this service",
    status: model.protocol === "json" ? 400 : 403,
    code: isOld(model) ? "OptInRequired" : "SubscriptionRequiredException",
  }),
  "unknown-action": (model) => ({
    message: "The action is not valid for this web service.",
    status: 400,
    code: isOld(model) ? "InvalidAction" : "UnknownOperationException",
  }),
};

function throttled({ protocol, service }: Model): Omit<ApiError, "message"> {
  if (protocol === "ec2") return { code: "RequestLimitExceeded", status: 503 };
  if (service === "s3") return { code: "SlowDown", status: 503 };
  if (protocol === "rest-json") return { code: "TooManyRequestsException", status: 429 };
  return { code: protocol === "json" ? "ThrottlingException" : "Throttling", status: 400 };
}

/** What the operation itself says of a thing that is not there, of the errors in its model. */
function gone(model: Model, { errors = [] }: Operation): Omit<ApiError, "message"> {
  if (model.protocol === "ec2") return { code: "InvalidResourceID.NotFound", status: 400 };
  const told = errors.find(({ shape }) => /NotFound|NoSuch|DoesNotExist|NonExistent/i.test(shape));
  if (told === undefined)
    return { code: isOld(model) ? "NoSuchEntity" : "ResourceNotFoundException", status: 404 };
  const { error } = shapeOf(model, told);
  return {
    code: error?.code ?? told.shape,
    status: error?.httpStatusCode ?? (model.protocol === "json" ? 400 : 404),
  };
}

/** Lets a fault happen. `reply`: what would have been answered. */
export function befall(
  fault: Fault,
  ask: Ask,
  { response, body }: { response: ServerResponse; body: string },
): void {
  const refusal = REFUSALS[fault]?.(ask.model, ask.operation);
  if (refusal !== undefined) {
    const reply = errorReply(ask.model, refusal);
    response.writeHead(reply.status, reply.headers).end(reply.body);
  } else if (fault === "html")
    response.writeHead(500, { "content-type": "text/html" }).end("<!doctype html><title>500</title><p>oops");
  else if (fault === "reset") response.destroy();
  // As a proxy does that loses its upstream: the head promises more than comes, or the body ends early and says nothing.
  else if (fault === "half") response.writeHead(200, {}).end(body.slice(0, Math.ceil(body.length / 2)));
  else if (fault === "cut") {
    response.writeHead(200, { "content-length": String(Buffer.byteLength(body) + 500) });
    response.write(body.slice(0, Math.ceil(body.length / 2)));
    setTimeout(() => response.destroy(), 10);
  }
  // `hang`: nobody says anything.
}
