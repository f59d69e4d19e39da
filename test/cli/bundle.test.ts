import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Header } from "tar";
import { afterAll, describe, expect, it } from "vitest";
import { isBundle } from "../../src/cli/bundles/bundle.js";
import { modulesIn, modulesOf } from "../../src/cli/policy-set.js";
import { compilePolicies, shutdownCompiler } from "../../src/rego/index.js";
import { emptyFolder, ROOT } from "./causeway.js";
import { inProcess } from "./in-process.js";

const OPA = join(ROOT, ".tools/bin/opa");
const here = existsSync(OPA);
if (!here && process.env["CI"] === "true")
  throw new Error("opa is not in .tools/bin: run test/setup/prepare.sh");

afterAll(shutdownCompiler);

const POLICY = `# METADATA
# title: A filter says what it is for
# description: Nobody dares to remove what nobody knows.
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   reads: []
#   remediation: Describe it.
#   parameters:
#     shortest: {description: characters of a description, default: 3}
package policies.own.described

import data.lib.own.words
import data.params.own.described as params

findings contains finding if {
	count(input.subject.is.description) < params.shortest
	finding := {"key": "description", "message": words.short(input.subject.label)}
}
`;
const LIBRARY =
  'package lib.own.words\n\nlimit := 3\n\nshort(label) := sprintf("%s says too little", [label])\n';
const TEST = `package policies.own.described_test

import data.policies.own.described

test_fires if {
	count(described.findings) == 1 with input as {"subject": {"label": "f", "is": {"description": "x"}}}
		with data.params.own.described.shortest as 3
}
`;
const DEFAULTS = '{"params": {"own": {"described": {"shortest": 3}}}}';

type Files = Readonly<Record<string, string>>;

const OWN: Files = {
  "own/described/policy.rego": POLICY,
  "own/described/policy_test.rego": TEST,
  "lib/words.rego": LIBRARY,
};

function laid(files: Files): string {
  const folder = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

interface Entry {
  readonly path: string;
  readonly text?: string;
  readonly type?: "File" | "Directory" | "SymbolicLink" | "Link" | "CharacterDevice" | "FIFO";
  readonly linkpath?: string;
}

/** A tar as nobody's tool would write it. */
function tarOf(entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap(({ path, text = "", type = "File", linkpath }) => {
    const body = Buffer.from(text);
    const header = new Header({
      path,
      type,
      size: body.length,
      mode: 0o644,
      mtime: new Date(0),
      ...(linkpath ? { linkpath } : {}),
    });
    const block = Buffer.alloc(512);
    header.encode(block, 0);
    return [block, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

function written(bytes: Buffer, name = "bundle.tar.gz"): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

const packed = (entries: readonly Entry[]) => written(gzipSync(tarOf(entries)));
const ENTRIES = Object.entries(OWN).map(([path, text]): Entry => ({ path: `/${path}`, text }));

const settings = (...folders: string[]) => ({
  folder: ".",
  config: { version: 1 as const, policies: { builtIn: false, folders } },
});

/** The custom policies of a bundle, and what was said about it. */
async function compiled(bundle: string) {
  let said = "";
  const modules = modulesOf(settings(bundle), undefined, (text) => {
    said += text;
  });
  const { manifest } = await compilePolicies({ modules });
  return { ids: manifest.policies.map(({ id, file }) => [id, file]), said };
}

function built(folder: string, ...more: string[]): string {
  const bundle = join(emptyFolder(), "bundle.tar.gz");
  const ran = spawnSync(OPA, ["build", ...more, "-o", bundle, "."], { cwd: folder, encoding: "utf8" });
  expect(ran.status, ran.stdout + ran.stderr).toBe(0);
  return bundle;
}

describe.skipIf(!here)("a bundle as opa build writes it (skipped where opa cannot be had)", () => {
  it("is a folder of policies", async () => {
    const bundle = built(laid(OWN));
    expect(await compiled(bundle)).toEqual({
      ids: [["own/described", `${bundle}/own/described/policy.rego`]],
      said: "",
    });
  });

  it("may keep folders above ours: the package says where a file belongs", async () => {
    const folder = laid(
      Object.fromEntries(Object.entries(OWN).map(([path, text]) => [`rego/v1/${path}`, text])),
    );
    const bundle = built(folder, "-b");
    const { ids } = await compiled(bundle);
    expect(ids).toEqual([["own/described", `${bundle}/rego/v1/own/described/policy.rego`]]);
  });

  it("may bring the defaults that its policies declare, and be named in causeway.yaml, tested and shown", async () => {
    const bundle = built(laid({ ...OWN, "params/data.json": DEFAULTS.slice('{"params": '.length, -1) }));
    const config = `version: 1\npolicies: {builtIn: false, folders: [${bundle}]}\n`;
    const tested = await inProcess(config, ["policies", "test", bundle]);
    expect(tested).toEqual({ code: 0, out: "1 passed, 0 failed, 0 skipped\n", err: "" });
    const shown = await inProcess(config, ["policies", "show", "own/described"]);
    expect(shown.out).toContain("shortest = 3");
  });

  it("is told of what is not used in it, and that its signatures are not verified", async () => {
    const bundle = built(
      laid(OWN),
      "-b",
      "-t",
      "wasm",
      "-e",
      "lib/own/words/limit",
      "--signing-key",
      "secret",
      "--signing-alg",
      "HS256",
    );
    const { ids, said } = await compiled(bundle);
    expect(ids).toHaveLength(1);
    expect(said).toContain("its policy.wasm is ignored");
    expect(said).toContain("its signatures are not verified");
    expect(said.split("\n").every((line) => line === "" || line.startsWith(`note: ${bundle}: `))).toBe(true);
  });

  it("is refused where optimizing took its METADATA", async () => {
    const bundle = built(laid(OWN), "-O1", "-e", "policies/own/described/findings");
    await expect(compiled(bundle)).rejects.toThrow(/METADATA/);
  });

  it("is refused with data that policies would not get", () => {
    const bundle = built(laid({ ...OWN, "allowed/data.json": '{"ports": [22]}' }));
    expect(() => modulesIn(bundle, "custom")).toThrow(/brings "data\.allowed\.ports"/);
  });
});

describe("a bundle that lies unpacked", () => {
  it("is one by its .manifest", async () => {
    const folder = laid({
      ...OWN,
      ".manifest": '{"roots": ["policies/own", "lib/own"]}',
      "data.json": DEFAULTS,
    });
    expect(isBundle(folder)).toBe(true);
    expect(isBundle(laid(OWN))).toBe(false);
    expect((await compiled(folder)).ids).toEqual([["own/described", `${folder}/own/described/policy.rego`]]);
  });

  it("may hold no link", () => {
    const folder = laid({ ...OWN, ".manifest": "{}" });
    symlinkSync("/etc/hostname", join(folder, "own/described/more.rego"));
    expect(() => modulesIn(folder, "custom")).toThrow(/"own\/described\/more\.rego" is a symbolic link/);
  });
});

describe("a bundle that is not laid out as policies are", () => {
  it.each<[string, Files, RegExp]>([
    [
      "a package of somebody else",
      { "a.rego": "package example.authz\n" },
      /a\.rego is package example\.authz/,
    ],
    ["a file without a package", { "a.rego": "# nothing\n" }, /a\.rego has no package line/],
    ["an area that is no policy", { "a.rego": "package policies.own\n" }, /is package policies\.own, and/],
    ["no Rego at all", { "data.json": "{}" }, /there is no Rego in it/],
    [
      "packages outside its roots",
      { ...OWN, ".manifest": '{"roots": ["policies/owner", "lib"]}' },
      /outside the roots/,
    ],
    ["Rego of the old version", { ...OWN, ".manifest": '{"rego_version": 0}' }, /not of version 1/],
    [
      "a manifest that is none",
      { ...OWN, ".manifest": '{"roots": "policies"}' },
      /\.manifest does not fit: \/roots must be an array/,
    ],
    ["a manifest that is no JSON", { ...OWN, ".manifest": "roots" }, /\.manifest is not JSON/],
    ["a manifest below other folders", { ...OWN, "deep/.manifest": "{}" }, /deep\/\.manifest lies below/],
    ["changes of another bundle", { ...OWN, "patch.json": "{}" }, /delta bundle/],
    [
      "another default than it declares",
      { ...OWN, "data.json": DEFAULTS.replace("3", "4") },
      /"data\.params\.own\.described\.shortest"/,
    ],
    [
      "parameters of other policies",
      { ...OWN, "data.json": '{"params": {"exposure": {"x": {"y": 1}}}}' },
      /"data\.params\.exposure\.x\.y"/,
    ],
    ["data in YAML", { ...OWN, "lists/data.yaml": "ports: [22]" }, /lists\/data\.yaml brings/],
    [
      "data that nobody could walk",
      { ...OWN, "data.json": `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}` },
      /nests deeper/,
    ],
  ])("is refused by its file: %s", (_name, files, message) => {
    const bundle = packed(Object.entries(files).map(([path, text]) => ({ path, text })));
    expect(() => modulesIn(bundle, "custom")).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        place: { path: bundle },
        next: expect.any(String),
      }),
    );
  });

  it("is told so where its policy has no policy.rego", async () => {
    const bundle = packed([
      { path: "own/described/rules.rego", text: POLICY },
      { path: "lib/words.rego", text: LIBRARY },
    ]);
    await expect(compiled(bundle)).rejects.toThrow(/there is no own\/described\/policy\.rego/);
  });
});

describe("a hostile bundle", () => {
  const rego = { path: "own/described/policy.rego", text: POLICY };

  it.each<[string, readonly Entry[], RegExp]>([
    [
      "climbs out",
      [{ path: "../../etc/cron.d/x.rego", text: POLICY }],
      /"\.\.\/\.\.\/etc\/cron\.d\/x\.rego" may lead out/,
    ],
    ["climbs out further in", [{ path: "own/../../x.rego", text: POLICY }], /may lead out/],
    ["climbs out from the root", [{ path: "/../x.rego", text: POLICY }], /may lead out/],
    ["names a drive", [{ path: "C:/x.rego", text: POLICY }], /may lead out/],
    ["climbs as Windows does", [{ path: "..\\x.rego", text: POLICY }], /may lead out/],
    [
      "links to a file",
      [rego, { path: "lib/a.rego", type: "SymbolicLink", linkpath: "/etc/passwd" }],
      /"lib\/a\.rego" is a symbolic link/,
    ],
    [
      "links to itself",
      [rego, { path: "lib/a.rego", type: "Link", linkpath: "own/described/policy.rego" }],
      /is a hard link/,
    ],
    ["brings a device", [rego, { path: "lib/a.rego", type: "CharacterDevice" }], /is a CharacterDevice/],
    ["brings a pipe", [rego, { path: "lib/a.rego", type: "FIFO" }], /is a FIFO/],
    ["says a thing twice", [rego, { ...rego, path: "/own/described/policy.rego" }], /is in it twice/],
    ["says it as another path", [rego, { ...rego, path: "./own/described/policy.rego" }], /is in it twice/],
    [
      "has endless entries",
      [rego, ...Array.from({ length: 10_001 }, (_, at) => ({ path: `d${at}/`, type: "Directory" as const }))],
      /more than 10000 entries/,
    ],
    [
      "has a file that nobody wrote",
      [rego, { path: "lib/a.rego", text: `package lib.own.a\n${"#".repeat(4 << 20)}` }],
      /"lib\/a\.rego" has more than 4 MiB/,
    ],
  ])("is refused where it %s", (_name, entries, message) => {
    const bundle = packed(entries);
    expect(() => modulesIn(bundle, "custom")).toThrow(
      expect.objectContaining({
        name: "InputError",
        message: expect.stringMatching(message),
        place: { path: bundle },
      }),
    );
  });

  it("is not unpacked beyond what is bound", () => {
    const bomb = gzipSync(Buffer.alloc(200 << 20));
    expect(bomb.length).toBeLessThan(1 << 20);
    const before = process.memoryUsage().rss;
    expect(() => modulesIn(written(bomb), "custom")).toThrow(/unpacked it has more than 64 MiB/);
    expect(process.memoryUsage().rss - before).toBeLessThan(160 << 20);
  });

  it("is not unpacked twice, as by one who packs a bomb in gzip in gzip", () => {
    const inner = gzipSync(tarOf(ENTRIES));
    expect(() => modulesIn(written(gzipSync(inner)), "custom")).toThrow(/no tar archive/);
    // Its own header says that it is both.
    const both = Buffer.concat([inner, Buffer.alloc(1024)]);
    both.write("ustar", 257, "latin1");
    expect(() => modulesIn(written(gzipSync(both)), "custom")).toThrow(/no tar archive/);
  });

  it("is refused where it is cut off, changed, or something else", () => {
    const whole = tarOf(ENTRIES);
    const cut = written(gzipSync(whole.subarray(0, 700)));
    expect(() => modulesIn(cut, "custom")).toThrow(/no whole tar archive .*Truncated input/);
    const changed = Buffer.from(whole);
    changed.write("x", 3, "latin1");
    expect(() => modulesIn(written(gzipSync(changed)), "custom")).toThrow(/checksum failure/);
    expect(() => modulesIn(written(gzipSync(whole).subarray(0, 300)), "custom")).toThrow(
      /no whole gzip archive/,
    );
    expect(() => modulesIn(written(whole), "custom")).toThrow(/no whole gzip archive/);
    expect(() => modulesIn(written(gzipSync(whole), "bundle.zip"), "custom")).toThrow(
      /there is no folder .*bundle\.zip/,
    );
  });

  it("is as good as any where it is not: what tar and opa write in front of a path is one place", async () => {
    const dotted: Entry[] = [
      { path: "./", type: "Directory" as const },
      ...ENTRIES.map((entry) => ({ ...entry, path: `.${entry.path}` })),
    ];
    for (const entries of [ENTRIES, dotted]) expect((await compiled(packed(entries))).ids).toHaveLength(1);
    expect(readFileSync(packed(ENTRIES)).length).toBeLessThan(
      gunzipSync(readFileSync(packed(ENTRIES))).length,
    );
  });
});
