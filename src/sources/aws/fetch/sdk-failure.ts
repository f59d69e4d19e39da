import { type Failure, plainMessage } from "../failure.js";

/** What an SDK error tells, of all that may be missing from it. */
interface SdkError {
  readonly name?: unknown;
  readonly Code?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown };
  readonly $response?: { readonly statusCode?: unknown };
  readonly $fault?: unknown;
}

/** What is no answer of the API's: a proxy's page, half a document. */
export const UNREADABLE = "UnreadableAnswer";

/** No credentials, or none that are any good: nothing can be read, and the user can mend it. */
const NO_LOGIN = new Set([
  "CredentialsProviderError",
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
  "TokenProviderError",
  "UnrecognizedClientException",
]);

/**
 * The failure behind an SDK error. Services name their errors; what has no name of a service is a
 * connection that broke (`ECONNRESET`) or an answer that was none (a proxy's page, half a document).
 */
export function failureOf(error: unknown): Failure {
  const { name, Code, code, message, $metadata, $response, $fault } = (error ?? {}) as SdkError;
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  const httpStatus = typeof status === "number" ? status : null;
  const named = text(Code) ?? ($fault === undefined ? undefined : text(name));
  const system = text(code) ?? (httpStatus === null ? text(name) : undefined);
  const settled = named ?? system ?? UNREADABLE;
  const said = settled === UNREADABLE ? "the answer is not what the API would say" : (text(message) ?? "");
  // A page without a code, such as a proxy's: what it says is not the service's word.
  if (settled === "Unknown" || settled === "UnknownError")
    return { code: UNREADABLE, message: plainMessage(text(message) ?? ""), httpStatus };
  return { code: settled, message: plainMessage(said), httpStatus };
}

export function isNoLogin({ code }: Failure): boolean {
  return NO_LOGIN.has(code);
}

/** The session has ended: a new one may do. */
export function isExpired({ code }: Failure): boolean {
  return code === "ExpiredToken" || code === "ExpiredTokenException" || code === "RequestExpired";
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
