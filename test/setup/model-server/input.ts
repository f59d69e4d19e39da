import type { Json, JsonObject } from "../../../src/model/index.js";
import { type Model, type Ref, shapeOf } from "./models.js";
import type { Asked, Route } from "./route.js";

/** What is asked, in the shape of the API, whatever the protocol. */
export function inputOf({ model, operation, labels }: Route, asked: Asked): JsonObject {
  if (operation.input === undefined) return {};
  if (model.protocol === "query" || model.protocol === "ec2") {
    const params = new Map(new URLSearchParams(asked.body));
    return (fromParams({ model, params }, operation.input, "") as JsonObject | undefined) ?? {};
  }
  const body =
    model.protocol === "rest-xml" || asked.body === "" ? {} : (JSON.parse(asked.body) as JsonObject);
  return model.protocol === "json" ? body : fromRequest({ model, operation, labels }, asked, body);
}

function fromRequest({ model, operation, labels }: Route, asked: Asked, body: JsonObject): JsonObject {
  const { searchParams } = new URL(asked.url, "http://localhost");
  const members = operation.input === undefined ? {} : (shapeOf(model, operation.input).members ?? {});
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, ref]) => {
      const wire = ref.locationName ?? name;
      const told = {
        uri: () => labels[wire],
        header: () => asked.headers[wire.toLowerCase()] as string | undefined,
        querystring: () => queried(model, ref, searchParams.getAll(wire)),
      };
      const value = ref.location === undefined ? body[wire] : told[ref.location as keyof typeof told]?.();
      return value === undefined ? [] : [[name, scalar(model, ref, value)]];
    }),
  );
}

function queried(model: Model, ref: Ref, values: readonly string[]): Json | undefined {
  return shapeOf(model, ref).type === "list" && values.length > 0 ? [...values] : values[0];
}

interface Params {
  readonly model: Model;
  readonly params: ReadonlyMap<string, string>;
}

/** Reads the flat parameters of the query protocols back into what they were made of. */
function fromParams(from: Params, ref: Ref, prefix: string): Json | undefined {
  const { model, params } = from;
  const shape = shapeOf(model, ref);
  const isThere = [...params.keys()].some((key) => key === prefix || key.startsWith(`${prefix}.`));
  if (prefix !== "" && !isThere) return undefined;
  if (shape.type === "structure") {
    const members = Object.entries(shape.members ?? {}).flatMap(([name, member]) => {
      const value = fromParams(
        from,
        member,
        [prefix, wireName(model, name, member)].filter(Boolean).join("."),
      );
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(members);
  }
  if (shape.type !== "list" || shape.member === undefined)
    return scalar(model, ref, params.get(prefix) ?? "");
  const flat = model.protocol === "ec2" || shape.flattened === true;
  const start = flat ? prefix : `${prefix}.${shape.member.locationName ?? "member"}`;
  const items: Json[] = [];
  for (let index = 1; ; index++) {
    const item = fromParams(from, shape.member, `${start}.${index}`);
    if (item === undefined) return items;
    items.push(item);
  }
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html: EC2 writes names with a capital. */
function wireName(model: Model, name: string, { queryName, locationName }: Ref): string {
  const told = locationName ?? name;
  if (model.protocol !== "ec2") return told;
  return queryName ?? `${told.slice(0, 1).toUpperCase()}${told.slice(1)}`;
}

function scalar(model: Model, ref: Ref, value: Json): Json {
  if (typeof value !== "string") return value;
  const { type } = shapeOf(model, ref);
  if (type === "integer" || type === "long") return Number(value);
  return type === "boolean" ? value === "true" : value;
}
