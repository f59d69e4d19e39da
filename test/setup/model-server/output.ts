import type { Json, JsonObject } from "../../../src/model/index.js";
import { type Model, type Operation, type Ref, type Shape, shapeOf } from "./models.js";
import { xmlOf, xmlText } from "./xml.js";

/** What goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ApiError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

const REQUEST = "00000000-0000-4000-8000-000000000000";

/** An output of the API in the bytes of its protocol. @throws where it has a member that the model has not */
export function replyOf(model: Model, operation: Operation, output: JsonObject): Reply {
  const status = operation.http.responseCode ?? 200;
  const ref = operation.output ?? { shape: "" };
  const shape: Shape =
    operation.output === undefined ? { type: "structure" } : shapeOf(model, operation.output);
  const type = { "content-type": contentType(model) };
  const { name } = operation;
  if (model.protocol === "ec2") {
    const body = xmlOf(model, ref, { name: `${name}Response`, value: output });
    return { status, headers: type, body: body.replace(/>/, `><requestId>${REQUEST}</requestId>`) };
  }
  if (model.protocol === "query") {
    const result = xmlOf(model, ref, { name: ref.resultWrapper ?? `${name}Result`, value: output });
    const meta = `<ResponseMetadata><RequestId>${REQUEST}</RequestId></ResponseMetadata>`;
    return { status, headers: type, body: `<${name}Response>${result}${meta}</${name}Response>` };
  }
  if (model.protocol === "json")
    return { status, headers: type, body: JSON.stringify(jsonOf(model, ref, output)) };
  return restReply(model, { operation, shape, output });
}

function restReply(
  model: Model,
  { operation, shape, output }: { operation: Operation; shape: Shape; output: JsonObject },
): Reply {
  const members = shape.members ?? {};
  const stranger = Object.keys(output).find((name) => members[name] === undefined);
  if (stranger !== undefined) throw new Error(`the answer has no member ${stranger}`);
  const headers: Record<string, string> = { "content-type": contentType(model) };
  for (const [name, { location, locationName }] of Object.entries(members))
    if (location === "header" && output[name] !== undefined)
      headers[locationName ?? name] = String(output[name]);
  const status = operation.http.responseCode ?? 200;
  const { payload } = shape;
  const ref = payload === undefined ? operation.output : members[payload];
  const inBody = Object.fromEntries(
    Object.entries(output).filter(([name]) => members[name]?.location === undefined),
  );
  const value = payload === undefined ? inBody : output[payload];
  if (ref === undefined || value === undefined) return { status, headers, body: "" };
  if (!["structure", "list"].includes(shapeOf(model, ref).type))
    return { status, headers, body: String(value) };
  if (model.protocol === "rest-json")
    return { status, headers, body: JSON.stringify(jsonOf(model, ref, value)) };
  return { status, headers, body: restXml(model, ref, { operation, value }) };
}

function restXml(
  model: Model,
  ref: Ref,
  { operation, value }: { operation: Operation; value: Json },
): string {
  // The one answer whose root is its only member: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
  if (model.service === "s3" && operation.name === "GetBucketLocation") {
    const { LocationConstraint: where = "" } = value as JsonObject;
    return `<LocationConstraint>${xmlText(String(where))}</LocationConstraint>`;
  }
  return `<?xml version="1.0"?>${xmlOf(model, ref, { name: ref.locationName ?? `${operation.name}Response`, value })}`;
}

function contentType({ protocol, jsonVersion }: Model): string {
  if (protocol === "json") return `application/x-amz-json-${jsonVersion}`;
  return protocol === "rest-json" ? "application/json" : "text/xml";
}

function jsonOf(model: Model, ref: Ref, value: Json): Json {
  const shape = shapeOf(model, ref);
  if (Array.isArray(value))
    return value.map((item) => (shape.member === undefined ? item : jsonOf(model, shape.member, item)));
  if (typeof value === "object" && value !== null) {
    const { members, value: entry } = shape;
    if (shape.type === "map" && entry !== undefined)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, jsonOf(model, entry, one)]));
    if (members === undefined || Object.keys(members).length === 0) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        const member = members[name];
        if (member === undefined) throw new Error(`${ref.shape} has no member ${name}`);
        const wire = model.protocol === "rest-json" ? (member.locationName ?? name) : name;
        return [wire, jsonOf(model, member, one)];
      }),
    );
  }
  if (shape.type === "blob" && typeof value === "string") return Buffer.from(value).toString("base64");
  const format = ref.timestampFormat ?? shape.timestampFormat ?? "unixTimestamp";
  if (shape.type === "timestamp" && format === "unixTimestamp" && typeof value === "string")
    return Date.parse(value) / 1000;
  return value;
}

/** An error in the bytes of the protocol. */
export function errorReply(model: Model, { code, message, status }: ApiError): Reply {
  const headers = { "content-type": contentType(model) };
  const inner = `<Code>${code}</Code><Message>${xmlText(message)}</Message>`;
  if (model.protocol === "json") return { status, headers, body: JSON.stringify({ __type: code, message }) };
  if (model.protocol === "rest-json")
    return { status, headers: { ...headers, "x-amzn-errortype": code }, body: JSON.stringify({ message }) };
  if (model.protocol === "ec2")
    return {
      status,
      headers,
      body: `<Response><Errors><Error>${inner}</Error></Errors><RequestID>${REQUEST}</RequestID></Response>`,
    };
  if (model.service === "s3") return { status, headers, body: `<Error>${inner}</Error>` };
  const body = `<ErrorResponse><Error><Type>Sender</Type>${inner}</Error><RequestId>${REQUEST}</RequestId></ErrorResponse>`;
  return { status, headers, body };
}
