import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The parts of a policy's METADATA that are checked beyond what the compiler checks. */
export interface Metadata {
  readonly related_resources?: readonly string[];
  readonly schemas?: readonly { readonly input?: string }[];
  readonly custom: {
    readonly subject: string;
    readonly severity: string;
    readonly controls?: Readonly<Record<string, readonly string[]>>;
    readonly parameters?: Readonly<Record<string, { readonly default: unknown }>>;
  };
}

export interface PolicySource {
  readonly area: string;
  readonly name: string;
  readonly metadata: Metadata;
  /** policy.rego */
  readonly text: string;
  readonly tests: string;
}

export const ROOT = join(import.meta.dirname, "../../policies");

/** Every built-in policy, sorted by id. */
export function policySources(): PolicySource[] {
  return folders(ROOT).flatMap((area) =>
    folders(join(ROOT, area)).map((name) => {
      const folder = join(ROOT, area, name);
      const tests = join(folder, "policy_test.rego");
      const text = readFileSync(join(folder, "policy.rego"), "utf8");
      return {
        area,
        name,
        metadata: metadataOf(text),
        text,
        tests: existsSync(tests) ? readFileSync(tests, "utf8") : "",
      };
    }),
  );
}

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

function metadataOf(rego: string): Metadata {
  const lines = rego.split("\n");
  const start = lines.indexOf("# METADATA");
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("#"));
  return parse(
    lines
      .slice(start + 1, end)
      .map((line) => line.slice(2))
      .join("\n"),
  ) as Metadata;
}
