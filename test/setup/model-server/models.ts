import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export type Protocol = "query" | "ec2" | "json" | "rest-json" | "rest-xml";

/** How a member refers to its shape, and where it travels. */
export interface Ref {
  readonly shape: string;
  readonly location?: "uri" | "querystring" | "header" | "headers" | "statusCode";
  readonly locationName?: string;
  readonly queryName?: string;
  readonly flattened?: boolean;
  readonly timestampFormat?: string;
  readonly xmlAttribute?: boolean;
  readonly resultWrapper?: string;
}

export interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, Ref>>;
  readonly required?: readonly string[];
  readonly member?: Ref;
  readonly key?: Ref;
  readonly value?: Ref;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: boolean;
  readonly flattened?: boolean;
  readonly union?: boolean;
  readonly payload?: string;
  readonly timestampFormat?: string;
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number };
}

export interface Operation {
  readonly name: string;
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: Ref;
  readonly output?: Ref;
  readonly errors?: readonly Ref[];
}

/** How botocore pages an operation; members may be paths (`DistributionList.Items`). */
export interface Pagination {
  readonly input_token?: string | readonly string[];
  readonly output_token?: string | readonly string[];
  readonly more_results?: string;
  readonly limit_key?: string;
  readonly result_key?: string | readonly string[];
}

export interface Model {
  readonly service: string;
  readonly protocol: Protocol;
  readonly apiVersion: string;
  readonly targetPrefix: string;
  readonly jsonVersion: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly pagination: Readonly<Record<string, Pagination>>;
}

interface Metadata {
  readonly apiVersion: string;
  readonly protocol: string;
  readonly protocols?: readonly string[];
  readonly targetPrefix?: string;
  readonly jsonVersion?: string;
}

const VENV = join(import.meta.dirname, "../../../.venv/lib");
/** The protocols that we speak; where a service knows several, the SDK's clients speak the first of these. */
const SPOKEN: readonly Protocol[] = ["ec2", "query", "json", "rest-json", "rest-xml"];
const known = new Map<string, Model | null>();

/** The newest model of a service by its name in botocore; null where there is none. @throws where botocore is not there */
export function modelOf(service: string): Model | null {
  const before = known.get(service);
  if (before !== undefined) return before;
  const model = readModel(service);
  known.set(service, model);
  return model;
}

/** The shape that a reference leads to. @throws where the model has no such shape */
export function shapeOf(model: Model, { shape }: Ref): Shape {
  const found = model.shapes[shape];
  if (found === undefined) throw new Error(`${model.service} has no shape ${shape}`);
  return found;
}

function readModel(service: string): Model | null {
  const folder = join(dataFolder(), service);
  if (!/^[\w-]+$/.test(service) || !existsSync(folder)) return null;
  const version = readdirSync(folder)
    .filter((name) => /^\d{4}-/.test(name))
    .sort()
    .at(-1);
  const read = (name: string) => readJson(join(folder, version ?? "", name));
  const { metadata, operations, shapes } = read("service-2.json") as Pick<Model, "operations" | "shapes"> & {
    metadata: Metadata;
  };
  const { pagination } = (read("paginators-1.json") ?? {}) as { pagination?: Model["pagination"] };
  return {
    ...{ service, shapes, pagination: pagination ?? {} },
    // Old services put a date behind the names of their operations, which the SDK leaves out.
    operations: Object.fromEntries(Object.entries(operations).map(([name, one]) => [name, { ...one, name }])),
    protocol: protocolOf(metadata),
    apiVersion: metadata.apiVersion,
    targetPrefix: metadata.targetPrefix ?? "",
    jsonVersion: metadata.jsonVersion ?? "1.1",
  };
}

function protocolOf({ protocol, protocols = [] }: Metadata): Protocol {
  // AWS JSON beside the query protocol is what the SDK takes (CloudWatch).
  const spoken = ["json", ...SPOKEN].find((one) => [protocol, ...protocols].includes(one));
  if (spoken === undefined) throw new Error(`nobody here speaks ${protocol}`);
  return spoken as Protocol;
}

function readJson(path: string): unknown {
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  if (existsSync(`${path}.gz`)) return JSON.parse(gunzipSync(readFileSync(`${path}.gz`)).toString("utf8"));
  return undefined;
}

let folderOfData: string | undefined;

function dataFolder(): string {
  const pythons = existsSync(VENV) ? readdirSync(VENV) : [];
  folderOfData ??= pythons
    .map((python) => join(VENV, python, "site-packages/botocore/data"))
    .find((folder) => existsSync(folder));
  if (folderOfData === undefined)
    throw new Error("the API models are not there: run `bash test/setup/moto.sh`, which installs botocore");
  return folderOfData;
}
