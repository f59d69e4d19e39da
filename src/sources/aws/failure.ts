import { isObject, type JsonObject, type LedgerStatus, type RawAnswer } from "../../model/index.js";

/** How a call ended that gave no items. */
export type FailureStatus = Extract<LedgerStatus, "denied" | "throttled" | "failed" | "unsupported">;

/** A call's error, in the shape in which the SDKs report it: it is kept as the answer that it is. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly httpStatus: number | null;
}

/** Codes of the query protocols' common errors and of EC2. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const DENIED = new Set([
  "AccessDenied",
  "AccessDeniedException",
  "AuthFailure",
  "Blocked",
  "ExpiredToken",
  "ExpiredTokenException",
  "IncompleteSignature",
  "InvalidClientTokenId",
  "InvalidSignatureException",
  "MissingAuthenticationToken",
  "OptInRequired",
  "PendingVerification",
  "RequestExpired",
  "SignatureDoesNotMatch",
  "SubscriptionRequiredException",
  "UnauthorizedOperation",
  "UnrecognizedClientException",
]);
const THROTTLED =
  /^(?:EC2ThrottledException|RequestLimitExceeded|RequestThrottled(?:Exception)?|SlowDown|Throttl\w*|TooManyRequests\w*|BandwidthLimitExceeded|LimitExceededException)$/;
const UNSUPPORTED =
  /^(?:InvalidAction|InvalidVersion|NotImplemented\w*|OperationNotSupported\w*|UnknownOperation\w*|Unsupported\w*)$/;
/** Answers of our own making, for what no code of the API says. */
export const REPEATED_TOKEN = "RepeatedPageToken";
export const NO_LIST = "AnswerWithoutList";

export function statusOf({ code, httpStatus }: Failure): FailureStatus {
  const plain = code.replace(/^(?:Client|Server)\./, "");
  if (DENIED.has(plain)) return "denied";
  if (THROTTLED.test(plain) || httpStatus === 429) return "throttled";
  if (UNSUPPORTED.test(plain) || httpStatus === 501) return "unsupported";
  if (httpStatus === 401 || httpStatus === 403) return "denied";
  return "failed";
}

/** The code says that the item asked about is gone: `InvalidPrefixListID.NotFound`, `NoSuchEntity`, `DBInstanceNotFoundFault`. */
export function isVanished({ code }: Failure): boolean {
  return /(?:NotFound|DoesNotExist|Non[Ee]xistent\w*)(?:Exception|Fault)?$|^NoSuch[A-Z]/.test(code);
}

/** An error as the output of an answer. */
export function failureOutput({ code, message, httpStatus }: Failure): JsonObject {
  return {
    Error: { Code: code, Message: message },
    ...(httpStatus === null ? {} : { ResponseMetadata: { HTTPStatusCode: httpStatus } }),
  };
}

/** The error that an answer holds, if it holds one. */
export function failureIn(answer: RawAnswer): Failure | null {
  const error = answer.output["Error"];
  if (!isObject(error)) return null;
  const { Code: code, Message: message } = error;
  const metadata = answer.output["ResponseMetadata"];
  const status = isObject(metadata) ? metadata["HTTPStatusCode"] : null;
  return {
    code: typeof code === "string" ? code : "UnknownError",
    message: plainMessage(typeof message === "string" ? message : ""),
    httpStatus: typeof status === "number" ? status : null,
  };
}

/**
 * An error message fit to be kept: one line, of bounded length, the same for the same error. Encoded
 * authorization messages and request ids differ each time and help nobody here.
 */
export function plainMessage(message: string): string {
  const line = message
    .replace(/\s*Deserialization error: to see the raw response[^\n]*/g, "")
    .replace(/\s*Encoded authorization failure message:\s*\S+/g, "")
    .replace(/\(?\b(?:Request ?ID|Extended Request ID|Proxy)\b:?\s*[\w/+=-]+;?\)?/gi, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f]+/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

const SAID: Readonly<Record<FailureStatus, string>> = {
  denied: "was denied",
  throttled: "was throttled until the retries ran out",
  failed: "failed",
  unsupported: "is not supported there",
};

/** What happened, in a sentence without its subject. */
export function describeFailure(failure: Failure): string {
  const { code, message, httpStatus } = failure;
  const http =
    httpStatus !== null && httpStatus >= 400 && code === "UnreadableAnswer" ? ` (HTTP ${httpStatus})` : "";
  return `${SAID[statusOf(failure)]}: ${code}${http}${message === "" ? "" : `: ${message}`}`;
}
