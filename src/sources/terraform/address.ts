/** One step into a module instance. */
export interface ModuleStep {
  readonly name: string;
  readonly key: string | number | null;
}

const KEY = String.raw`\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\]`;
const MODULE = new RegExp(String.raw`module\.([\w-]+)(?:${KEY})?(?:\.|$)`, "y");
const RESOURCE = new RegExp(String.raw`^([a-z][\w-]*)\.([\w-]+)(${KEY})?(?:\.([\w-]+))?`);
const MODULE_OUTPUT = new RegExp(String.raw`^module\.([\w-]+)(?:${KEY})?(?:\.([\w-]+))?`);

/** The steps of `module.a["x"].module.b`; empty for the root. */
export function moduleSteps(address: string): ModuleStep[] {
  const steps: ModuleStep[] = [];
  MODULE.lastIndex = 0;
  for (let match = MODULE.exec(address); match !== null; match = MODULE.exec(address)) {
    steps.push({ name: match[1] ?? "", key: keyOf(match[2], match[3]) });
    if (MODULE.lastIndex >= address.length) break;
  }
  return steps;
}

/** `module.a["x"].module.b`, of its steps. */
export function moduleAddress(steps: readonly ModuleStep[]): string {
  return steps.map(({ name, key }) => `module.${name}${keyText(key)}`).join(".");
}

/** `["x"]`, `[0]` or nothing, as Terraform writes instance keys. */
export function keyText(key: string | number | null): string {
  return key === null ? "" : `[${JSON.stringify(key)}]`;
}

/** A reference to a resource, `aws_vpc.main[0].id`; null for any other. */
export interface ResourceReference {
  readonly resource: string;
  /** `[0]`, `["x"]`; empty where the expression's own index decides. */
  readonly key: string;
  readonly attribute: string | null;
}

const NO_RESOURCE = new Set([
  "var",
  "local",
  "module",
  "data",
  "each",
  "count",
  "path",
  "self",
  "terraform",
  "ephemeral",
]);

export function resourceReference(text: string): ResourceReference | null {
  const match = RESOURCE.exec(text);
  const [, type = "", name = "", key = "", , , attribute = null] = match ?? [];
  if (match === null || NO_RESOURCE.has(type)) return null;
  return { resource: `${type}.${name}`, key, attribute };
}

/** A reference to a module's output, `module.net["a"].vpc_id`; null for any other. */
export function outputReference(
  text: string,
): { name: string; key: string | number | null; output: string | null } | null {
  const match = MODULE_OUTPUT.exec(text);
  if (match === null) return null;
  return { name: match[1] ?? "", key: keyOf(match[2], match[3]), output: match[4] ?? null };
}

function keyOf(text: string | undefined, number: string | undefined): string | number | null {
  if (number !== undefined) return Number(number);
  if (text === undefined) return null;
  return text.replace(/\\(["\\])/g, "$1");
}
