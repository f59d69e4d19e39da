import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { policySources, ROOT } from "./metadata.js";

interface Framework {
  readonly title: string;
  readonly version: string;
  readonly date: string | null;
  readonly source: string;
  readonly controls: Readonly<Record<string, string>>;
}

const sources = policySources();
const files = readdirSync(join(ROOT, "frameworks")).sort();
const frameworks = new Map(
  files.map((file) => {
    const text = readFileSync(join(ROOT, "frameworks", file), "utf8");
    return [file.replace(/\.yaml$/, ""), parse(text) as Record<string, Framework>];
  }),
);
const cited = new Set(
  sources.flatMap(({ metadata }) =>
    Object.entries(metadata.custom.controls ?? {}).flatMap(([framework, ids]) =>
      ids.map((id) => `${framework} ${id}`),
    ),
  ),
);

/** Facts in what a finding says that its conditions do not ask: where one is absent, Rego finds nothing at all. */
function onlyTold(text: string): string[] {
  return [...text.matchAll(/\tfinding := \{[\s\S]*?\n\t\}/g)].flatMap((found) => {
    const before = text.slice(text.lastIndexOf("findings contains", found.index), found.index);
    const refs = found[0].match(/\b[a-z_]+(?:\.[a-z_]+)*\.is\.\w+/g) ?? [];
    return [...new Set(refs)].filter((ref) => !before.includes(ref));
  });
}

describe("the built-in policies", () => {
  it("are at least forty", () => {
    expect(sources.length).toBeGreaterThanOrEqual(40);
  });

  it("cite controls that the frameworks describe", () => {
    const described = new Set(
      [...frameworks].flatMap(([id, file]) =>
        Object.keys(file[id]?.controls ?? {}).map((control) => `${id} ${control}`),
      ),
    );
    expect([...cited].filter((control) => !described.has(control)).sort()).toEqual([]);
  });

  it("refer to the provider's page or a standard over HTTPS", () => {
    const without = sources.filter(({ metadata }) => {
      const references = metadata.related_resources ?? [];
      return references.length === 0 || references.some((reference) => !reference.startsWith("https://"));
    });
    expect(without.map(({ area, name }) => `${area}/${name}`)).toEqual([]);
  });

  it("name the schema of their kind, so that opa check finds what is misspelt", () => {
    const without = sources.filter(({ metadata }) => {
      const want = [{ input: `schema["${metadata.custom.subject}"]` }];
      return JSON.stringify(metadata.schemas) !== JSON.stringify(want);
    });
    expect(without.map(({ area, name }) => `${area}/${name}`)).toEqual([]);
  });

  it("are tested where they fail, where they hold and just outside", () => {
    const few = sources.filter(({ tests }) => (tests.match(/^test_\w+ if/gm) ?? []).length < 3);
    expect(few.map(({ area, name }) => `${area}/${name}`)).toEqual([]);
  });

  it("find what they find although something that they only tell of is missing", () => {
    // Rules of network ACLs have an order and a direction, a delegation has its service: they have no id without.
    const always = /^(?:allow|deny)\.is\.(?:order|direction)$|^delegation\.is\.service$/;
    const vanishing = sources.flatMap(({ area, name, text }) =>
      onlyTold(text).flatMap((member) => (always.test(member) ? [] : [`${area}/${name}: ${member}`])),
    );
    expect(vanishing).toEqual([]);
    const told = 'findings contains finding if {\n\tx\n\tfinding := {"message": input.subject.is.name\n\t}';
    expect(onlyTold(told)).toEqual(["input.subject.is.name"]);
    expect(onlyTold(told.replace("\tx", "\tinput.subject.is.name"))).toEqual([]);
  });

  it("declare the defaults that plain `opa test` loads, to the letter", () => {
    const declared: Record<string, Record<string, Record<string, unknown>>> = {};
    for (const { area, name, metadata } of sources) {
      const defaults = Object.entries(metadata.custom.parameters ?? {}).map(([parameter, entry]) => [
        parameter,
        entry.default,
      ]);
      if (defaults.length > 0) declared[area] = { ...declared[area], [name]: Object.fromEntries(defaults) };
    }
    expect(JSON.parse(readFileSync(join(ROOT, "params/data.json"), "utf8"))).toEqual(declared);
  });
});

describe("a framework", () => {
  it.each(files)("%s says under one key what it is, in which version and where it stands", (file) => {
    const id = file.replace(/\.yaml$/, "");
    const content = frameworks.get(id) ?? {};
    expect(Object.keys(content)).toEqual([id]);
    expect(content[id]).toMatchObject({
      title: expect.stringMatching(/\S/),
      version: expect.stringMatching(/\S/),
      source: expect.stringMatching(/^https:\/\//),
    });
  });
});
