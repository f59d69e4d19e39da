import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { Aliases } from "../../src/evaluate/identities.js";
import { PolicyStopped } from "../../src/evaluate/policy-stopped.js";
import { Engine } from "../../src/evaluate/runtime.js";
import { Module } from "../../src/evaluate/web-assembly.js";
import { canonicalJson } from "../../src/model/index.js";
import { askCompiler } from "../../src/rego/compiler.js";
import { type PolicyModule, shutdownCompiler } from "../../src/rego/index.js";
import { requestFor } from "../../src/rego/request.js";
import type { CompilerAnswer } from "../../src/rego/types.js";
import { policy } from "./policies.js";
import { randomBody, randomDocument } from "./random-policies.js";

const POLICIES = 160;
const DOCUMENTS = 40;
const seed = Number(process.env["CAUSEWAY_SEED"] ?? 20_261_121);

afterAll(shutdownCompiler);

/** Compiles what compiles: random policies may not type-check, and those are left out. */
async function compiledOf(modules: readonly PolicyModule[]): Promise<CompilerAnswer> {
  const answer = await askCompiler(requestFor("policies", modules));
  const bad = new Set(answer.errors?.map(({ path }) => path));
  expect(bad, JSON.stringify(answer.errors)).not.toContain("");
  if (bad.size === 0) return answer;
  return compiledOf(modules.filter(({ shown }) => !bad.has(shown)));
}

/** The document under other names: what the host does, with the placeholders in the order that `turn` gives. */
function disguised(document: unknown, turn: (names: readonly string[]) => readonly string[]) {
  const names = new Set<string>();
  const identities = (key: string) => key === "id" || key === "label" || key === "filter";
  const parts = document as {
    subject: object;
    interfaces: object[];
    rules: { is: { peers: object[] } }[];
    exposure: { ingress: { rules: object[] }[] };
  };
  const views = [
    ...[parts.subject, ...parts.interfaces, ...parts.rules],
    ...parts.rules.flatMap(({ is }) => is.peers),
    ...parts.exposure.ingress.flatMap(({ rules }) => rules),
  ];
  for (const view of views) {
    for (const [key, value] of Object.entries(view)) if (identities(key)) names.add(String(value));
  }
  const aliases = new Aliases();
  const places = new Map(turn([...names]).map((name) => [name, aliases.placeholder(name)]));
  const replaced = (value: unknown, key = ""): unknown => {
    if (Array.isArray(value)) return value.map((member) => replaced(member));
    if (typeof value === "string") return identities(key) ? places.get(value) : value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, name)]));
  };
  return { text: JSON.stringify(replaced(document)), aliases };
}

/** Findings with the names put back, each once; or that the policy was stopped. */
function judged(
  engine: Engine,
  document: string,
  { id, aliases }: { id: string; aliases: Aliases },
): unknown {
  const restored = (value: unknown): unknown => {
    if (typeof value === "string") return aliases.restored(value);
    if (Array.isArray(value)) return value.map(restored);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, restored(member)]));
  };
  try {
    const [{ result }] = JSON.parse(engine.judge(`causeway/policy/${id}/result`, document));
    const found: unknown[] = result.f[id] ?? [];
    return [...new Set(found.map((each) => canonicalJson(restored(each))))].sort();
  } catch (error) {
    if (error instanceof PolicyStopped) return "stopped";
    throw error;
  }
}

describe("a policy that is called opaque", () => {
  it("finds the same whatever its nodes are called", { timeout: 240_000 }, async () => {
    const bodies = fc.sample(randomBody, { numRuns: POLICIES, seed });
    const modules = bodies.map((body, index) =>
      policy({ id: `own/p${index}`, reads: "[interfaces, exposure, rules]", body }),
    );
    const { wasm = "", policies = [] } = await compiledOf(modules);
    const module = new Module(Buffer.from(wasm, "base64"));
    const engine = new Engine(module, {});
    const documents = fc.sample(randomDocument, { numRuns: DOCUMENTS, seed });
    const opaque = policies.filter((meta) => meta.opaque);
    let telling = 0;
    for (const { id } of opaque) {
      for (const document of documents) {
        const plain = judged(engine, JSON.stringify(document), { id, aliases: new Aliases() });
        if (Array.isArray(plain) && plain.length > 0) telling++;
        for (const turn of [
          (names: readonly string[]) => names,
          (names: readonly string[]) => [...names].reverse(),
        ]) {
          const { text, aliases } = disguised(document, turn);
          const hidden = judged(engine, text, { id, aliases });
          const body = modules.find(({ path }) => path.startsWith(`${id}/`))?.text ?? "";
          expect(hidden, `${body}\n${JSON.stringify(document)}`).toEqual(plain);
        }
      }
    }
    // The law says something only where there are such policies, where they find something, and others too.
    expect(policies.length).toBeGreaterThan(POLICIES / 2);
    expect(opaque.length).toBeGreaterThan(POLICIES / 10);
    expect(policies.length - opaque.length).toBeGreaterThan(POLICIES / 10);
    expect(telling).toBeGreaterThan(opaque.length);
  });
});
