interface Answered {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * An error like those of the SDK, from an answer that is one: services name it in a header, or in the body.
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
 */
export function failedAnswer({ statusCode, headers }: Answered, text: string): Error {
  const body = bodyOf(text);
  const told = headers["x-amzn-errortype"] ?? body["__type"] ?? body["code"];
  const message = body["message"] ?? body["Message"];
  const error = new Error(typeof message === "string" ? message : "");
  // `com.amazon.coral.service#AccessDeniedException:http://…`
  const name = typeof told === "string" ? (told.split(":")[0]?.split("#").at(-1) ?? "") : "";
  const metadata = { $metadata: { httpStatusCode: statusCode } };
  return Object.assign(error, metadata, name === "" ? { name: "Unknown" } : { name, $fault: "client" });
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
