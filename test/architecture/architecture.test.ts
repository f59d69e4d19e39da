import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Import, importsOf, roomOf, sourceFiles } from "./imports.js";
import { BELONGS, MAY_IMPORT, MAY_TOUCH_WORLD, ONE_FILE, WORLD } from "./rooms.js";

const files = sourceFiles(join(import.meta.dirname, "../../src"));
const imports = files.flatMap(importsOf);
/** Files of packages that are named in full. */
const isPackaged = (target: string) => /^@|\/lib\/|^ajv\/dist\//.test(target);
const isLocal = (target: string) => files.some((file) => file.path === target.replace(/\.js$/, ".ts"));

function verdict({ file, line, target }: Import): string[] {
  const from = roomOf(file);
  const to = roomOf(target);
  const allowed = MAY_IMPORT[from];
  if (allowed === undefined) return [`src/${file}:${line}: room ${from} is not in the import table`];
  if (from === to || allowed.includes("*") || allowed.includes(to)) return [];
  return [
    `src/${file}:${line}: ${from} must not import ${target}; ${BELONGS[to] ?? "no room may import it"}`,
  ];
}

describe("the rooms of src", () => {
  it("has files to look at, and resolves their imports", () => {
    expect(files.length).toBeGreaterThan(50);
    const broken = imports.filter(
      ({ target }) => /^[a-z]/.test(target) && target.endsWith(".js") && !target.startsWith("node:"),
    );
    expect(broken.filter(({ target }) => !isPackaged(target) && !isLocal(target))).toEqual([]);
  });

  it("import only along the arrows of the blueprint", () => {
    expect(imports.filter(({ target }) => isLocal(target)).flatMap(verdict)).toEqual([]);
  });

  it("leave files, network and processes to fetch, snapshot, rego and cli", () => {
    const astray = imports
      .filter(({ target }) => WORLD.includes(target))
      .filter(({ file }) => !MAY_TOUCH_WORLD.some((place) => place.test(file)));
    expect(astray.map(({ file, line, target }) => `src/${file}:${line}: ${target}`)).toEqual([]);
  });

  it("use process and console only in cli", () => {
    const astray = files
      // The worker of the Rego compiler is text that runs in a thread of its own.
      .filter(({ path }) => !path.startsWith("cli/") && path !== "rego/worker-source.ts")
      .flatMap(({ path, text }) => {
        const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
        return /\b(?:console|process)\.[a-z]/.test(code) ? [`src/${path}`] : [];
      });
    expect(astray).toEqual([]);
  });

  it("keep each special package in its one file", () => {
    const astray = imports.filter(
      ({ file, target }) => ONE_FILE[target] !== undefined && ONE_FILE[target] !== file,
    );
    expect(astray).toEqual([]);
  });

  it("have no two rooms that import each other", () => {
    const arrows = new Set(
      imports
        .filter(({ target }) => isLocal(target))
        .map(({ file, target }) => `${roomOf(file)} ${roomOf(target)}`),
    );
    const mutual = [...arrows].filter((arrow) => {
      const [from, to] = arrow.split(" ");
      return from !== to && arrows.has(`${to} ${from}`);
    });
    expect(mutual).toEqual([]);
  });

  it("have no drawer for leftovers", () => {
    expect(files.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.)/.test(path))).toEqual(
      [],
    );
  });

  it("keep files small: at most 300 lines, a median of about 70", () => {
    // Vocabulary is one table a file, and may be as long as what it names.
    const isVocabulary = (path: string) => /^model\/(?:[a-z-]*facts|relations|kinds)\.ts$/.test(path);
    const sizes = files
      .filter(({ path }) => !isVocabulary(path))
      .map(({ path, text }) => ({ path, lines: text.split("\n").length }));
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
  });

  it("name files in kebab-case", () => {
    expect(files.filter(({ path }) => !/^[a-z0-9/-]+\.tsx?$/.test(path.replace(/\.d\.ts$/, ".ts")))).toEqual(
      [],
    );
  });
});
