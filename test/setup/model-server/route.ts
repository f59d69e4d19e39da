import { type Model, modelOf, type Operation } from "./models.js";

/** An HTTP request, as much of it as routing needs. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Route {
  readonly model: Model;
  readonly operation: Operation;
  /** Members that stand in the path. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Who signed, for which Region and service: the scope of a signature of version 4. */
export interface Scope {
  readonly accessKey: string;
  readonly region: string;
  readonly service: string;
}

/** Services that sign with another name than botocore's, or share one. */
const SIGNED: Readonly<Record<string, readonly string[]>> = {
  "access-analyzer": ["accessanalyzer"],
  apigateway: ["apigateway", "apigatewayv2"],
  elasticfilesystem: ["efs"],
  elasticloadbalancing: ["elbv2", "elb"],
  es: ["opensearch"],
  monitoring: ["cloudwatch"],
  s3: ["s3control", "s3"],
  "s3-outposts": ["s3outposts", "s3control"],
  sso: ["sso-admin"],
};

export function scopeOf({ headers }: Pick<Asked, "headers">): Scope {
  const [, accessKey = "", region = "", service = ""] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(String(headers["authorization"] ?? "")) ?? [];
  return { accessKey, region, service };
}

/** The operation that a request asks for; null where the models know none. */
export function routeOf(asked: Asked): Route | null {
  const { service } = scopeOf(asked);
  const models = (SIGNED[service] ?? [service]).flatMap((name) => modelOf(name) ?? []);
  const target = /^([\w.]+)\.(\w+)$/.exec(String(asked.headers["x-amz-target"] ?? ""));
  // Some models write the names of packages before that of the service.
  const fits = ({ targetPrefix }: Model) =>
    targetPrefix === target?.[1] || targetPrefix.endsWith(`.${target?.[1]}`);
  if (target !== null) return named(models, fits, target[2] ?? "");
  const action = /(?:^|&)Action=(\w+)/.exec(asked.body)?.[1];
  const version = /(?:^|&)Version=([\d-]+)/.exec(asked.body)?.[1];
  if (action !== undefined && version !== undefined)
    return named(models, (model) => model.apiVersion === version, action);
  return models.map((model) => byPath(model, asked)).find((route) => route !== null) ?? null;
}

function named(models: readonly Model[], fits: (model: Model) => boolean, name: string): Route | null {
  const model = models.find(fits);
  const operation = model?.operations[name];
  return model === undefined || operation === undefined ? null : { model, operation, labels: {} };
}

interface Pattern {
  readonly operation: Operation;
  readonly path: RegExp;
  readonly labels: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  /** Letters that must be there: of several that fit, the most literal one is meant. */
  readonly weight: number;
}

const patterns = new WeakMap<Model, readonly Pattern[]>();

function byPath(model: Model, { method, url }: Asked): Route | null {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const all = patterns.get(model) ?? Object.values(model.operations).map(patternOf);
  patterns.set(model, all);
  for (const { operation, path, labels, query } of all.toSorted((a, b) => b.weight - a.weight)) {
    if (operation.http.method !== method) continue;
    const match = path.exec(pathname);
    const said = ([name, value]: readonly [string, string]) => searchParams.get(name) === value;
    if (match === null || !query.every(said)) continue;
    const values = labels.map((label, index) => [label, decodeURIComponent(match[index + 1] ?? "")]);
    return { model, operation, labels: Object.fromEntries(values) };
  }
  return null;
}

function patternOf(operation: Operation): Pattern {
  const [path = "", query = ""] = operation.http.requestUri.split("?");
  const labels = [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, label = ""]) => label);
  const source = path
    .replace(/[.*^$()|[\]\\]/g, "\\$&")
    .replace(/\{\w+\+\}/g, "(.+)")
    .replace(/\{\w+\}/g, "([^/]+)");
  const literal = path.replace(/\{\w+\+?\}/g, "");
  return {
    operation,
    labels,
    path: new RegExp(`^${source.replace(/\/$/, "")}/?$`),
    query: [...new URLSearchParams(query)],
    weight: literal.length * 10 + query.length,
  };
}
