import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { readSettings } from "../../src/cli/config-file.js";
import { InputError, type Report } from "../../src/model/index.js";
import { shutdownCompiler } from "../../src/rego/index.js";
import { causeway, sampleFolder } from "./causeway.js";
import { inProcess } from "./in-process.js";

afterAll(shutdownCompiler);

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "causeway-test-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text.startsWith("version") ? text : `version: 1\n${text}`);
  }
  return folder;
}

const read = (files: Readonly<Record<string, string>>, profile?: string) =>
  readSettings(join(folderWith(files), "team/causeway.yaml"), profile);

function refused(files: Readonly<Record<string, string>>): InputError {
  try {
    read(files);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("it was taken");
}

const EXCEPTION = "{ policy: a/b, owner: o, reason: r, ticket: T-1, expires: 2030-01-01 }";

describe("a configuration that extends another", () => {
  it("is merged with it: objects deeply, other values by the nearer file", () => {
    const { config } = read({
      "team/causeway.yaml":
        "extends: ../company/base.yaml\nfailOn: high\nsources: { aws: { regions: [eu-west-1] } }\n",
      "company/base.yaml":
        "failOn: low\nstrict: true\nsources: { aws: { concurrency: 4, regions: [eu-west-1, eu-west-2] } }\n",
    });
    expect(config).toEqual({
      version: 1,
      failOn: "high",
      strict: true,
      sources: { aws: { concurrency: 4, regions: ["eu-west-1"] } },
    });
  });

  it("has its folders, disabled policies and exceptions beside those of the base, its own first, each once", () => {
    const other = EXCEPTION.replace("T-1", "T-2");
    const { config } = read({
      "team/causeway.yaml": `extends: [../base.yaml]\npolicies: { folders: [own], disabled: [a/b, c/*] }\nexceptions: [${EXCEPTION}]\n`,
      "base.yaml": `policies: { folders: [team/own, rules], disabled: [d/e, a/b] }\nexceptions: [${other}, ${EXCEPTION}]\n`,
    });
    expect(config.policies).toEqual({ folders: ["own", "../rules"], disabled: ["a/b", "c/*", "d/e"] });
    expect(config.exceptions?.map(({ ticket }) => ticket)).toEqual(["T-1", "T-2"]);
  });

  it("has paths of the base relative to the base, wherever they stand", () => {
    const { config } = read({
      "team/causeway.yaml": "extends: ../company/base.yaml\n",
      "company/base.yaml":
        "snapshot: e.duckdb\nout: /srv/out\nsources: { files: saved, inventory: [dc.yaml], saml: [idp.xml], nftables: [{ path: n.json, host: h }], bind: [{ path: named.conf }] }\n",
    });
    expect(config).toEqual({
      ...{ version: 1, snapshot: "../company/e.duckdb", out: "/srv/out" },
      sources: {
        files: "../company/saved",
        inventory: ["../company/dc.yaml"],
        saml: ["../company/idp.xml"],
        nftables: [{ path: "../company/n.json", host: "h" }],
        bind: [{ path: "../company/named.conf" }],
      },
    });
  });

  it("takes the later of several bases first, and a base of two after both", () => {
    const { config, layers } = read({
      "team/causeway.yaml": "extends: [../a.yaml, ../b.yaml]\n",
      "a.yaml": "extends: c.yaml\nfailOn: high\nout: a\n",
      "b.yaml": "extends: c.yaml\nfailOn: medium\n",
      "c.yaml": "failOn: info\nout: c\nsnapshot: c\n",
    });
    expect(config).toEqual({ version: 1, failOn: "medium", out: "../a", snapshot: "../c" });
    expect(layers?.map(({ path }) => path.split("/").at(-1))).toEqual([
      "causeway.yaml",
      "b.yaml",
      "a.yaml",
      "c.yaml",
    ]);
  });

  const rows: [string, Record<string, string>, string, RegExp][] = [
    [
      "a base that is not there",
      { "team/causeway.yaml": "strict: true\nextends: [../no.yaml]\n" },
      "team/causeway.yaml:3",
      /no configuration file .*no\.yaml/,
    ],
    [
      "an address",
      { "team/causeway.yaml": "extends: https://example.com/base.yaml\n" },
      "team/causeway.yaml:2",
      /no configuration file/,
    ],
    [
      "a circle",
      {
        "team/causeway.yaml": "extends: ../a.yaml\n",
        "a.yaml": "strict: true\nextends: team/causeway.yaml\n",
      },
      "a.yaml:3",
      /extends itself/,
    ],
    [
      "a base that is no YAML",
      { "team/causeway.yaml": "extends: ../a.yaml\n", "a.yaml": "strict: [\n" },
      "a.yaml:3",
      /not valid YAML/,
    ],
    [
      "a base that does not fit",
      {
        "team/causeway.yaml": "extends: ../a.yaml\n",
        "a.yaml": "policies:\n  severities:\n    a/b: high\n    c/d: fatal\n",
      },
      "a.yaml:5",
      /c~1d/,
    ],
    [
      "a base without a version",
      { "team/causeway.yaml": "extends: ../a.yaml\n", "a.yaml": "version: 2\nstrict: true\n" },
      "a.yaml:1",
      /version/,
    ],
  ];
  it.each(rows)("is refused with the file at fault and its line: %s", (...[, files, place, message]) => {
    const { place: at, message: told } = refused(files);
    expect(`${at.path}:${at.line}`.endsWith(place), `${at.path}:${at.line}`).toBe(true);
    expect(told).toMatch(message);
  });

  it("is refused where bases go too deep, or are too many", () => {
    const deep = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`${n}.yaml`, `extends: ${n + 1}.yaml\n`]),
    );
    expect(refused({ "team/causeway.yaml": "extends: ../0.yaml\n", ...deep }).message).toMatch(/8 deep/);
    const names = Array.from({ length: 40 }, (_, n) => `b${n}.yaml`);
    const wide = Object.fromEntries(names.map((name) => [name, "strict: true\n"]));
    const own = `extends: [${names.map((name) => `../${name}`).join(", ")}]\n`;
    expect(refused({ "team/causeway.yaml": own, ...wide }).message).toMatch(/more than 32/);
  });
});

const PORTS = "exposure/only_authorized_ports_from_internet";
const OPEN = "exposure/no_admin_ports_from_internet";
const DATABASE = "exposure/no_database_ports_from_internet";

async function shown(config: string, args: readonly string[] = [], files: Record<string, string> = {}) {
  const { code, out, err } = await inProcess(
    `version: 1\n${config}`,
    ["policies", "show", PORTS, "--format", "json", ...args],
    folderWith(files),
  );
  expect(err).toBe("");
  expect(code).toBe(0);
  const { effective } = JSON.parse(out) as {
    effective: {
      severity: string;
      severityFrom?: string;
      off?: string;
      parameters: Record<string, { value: unknown; default: unknown; from: string[] }>;
    };
  };
  const { tcp } = effective.parameters;
  return { ...effective, tcp, from: tcp?.from.map((place) => place.replace(/[^ (]*\//, "")) };
}

const STRICT = `profiles:
  base: { severities: { ${PORTS}: low }, parameters: { ${PORTS}: { tcp: [443] } } }
  strict:
    extends: base
    severities: { ${PORTS}: critical }
`;

describe("what holds for a policy", () => {
  it("is what the policy says, unless told otherwise", async () => {
    const told = await shown("");
    expect(told.tcp).toEqual({ value: [80, 443], default: [80, 443], from: [] });
    expect([told.severityFrom, told.off]).toEqual([undefined, undefined]);
  });

  it("is told with the file and line that say so, the nearer before the base", async () => {
    const base = {
      "base.yaml": `policies:\n  parameters:\n    ${PORTS}:\n      tcp: [22]\n      udp: [53]\n`,
    };
    const near = await shown(
      `extends: base.yaml\npolicies: { parameters: { ${PORTS}: { tcp: [25] } } }\n`,
      [],
      base,
    );
    expect([near.tcp?.value, near.from]).toEqual([[25], ["causeway.yaml:3"]]);
    expect(near.parameters["udp"]?.value).toEqual([53]);
    expect(near.parameters["udp"]?.from[0]).toMatch(/base\.yaml:6$/);
  });

  it("is what the chosen profile says, before what it extends, before what holds without it", async () => {
    const plain = `policies: { severities: { ${PORTS}: info }, parameters: { ${PORTS}: { tcp: [1] } } }\n`;
    expect(await shown(plain + STRICT)).toMatchObject({ severity: "info", tcp: { value: [1] } });
    const strict = await shown(plain + STRICT, ["--profile", "strict"]);
    expect(strict).toMatchObject({ severity: "critical", tcp: { value: [443] } });
    expect(strict.severityFrom).toMatch(/^profile strict \(.*causeway\.yaml:7\)$/);
    expect(strict.from).toEqual(["profile base (causeway.yaml:4)"]);
    expect(await shown(`profile: base\n${STRICT}`)).toMatchObject({ severity: "low" });
    expect(await shown(`profile: base\n${STRICT}`, ["--profile", "strict"])).toMatchObject({
      severity: "critical",
    });
  });

  it("may amend a list instead of replacing it, over several files", async () => {
    const base = { "base.yaml": `policies: { parameters: { ${PORTS}: { tcp: { add: [8443, 443] } } } }\n` };
    const told = await shown(
      `extends: base.yaml\npolicies: { parameters: { ${PORTS}: { tcp: { remove: [80], add: [22] } } } }\n`,
      [],
      base,
    );
    expect(told.tcp?.value).toEqual([443, 8443, 22]);
    expect(told.from).toEqual(["causeway.yaml:3", "base.yaml:2"]);
  });

  it("says for people what holds, and why", async () => {
    const { out } = await inProcess(
      `version: 1\npolicies: { disabled: [framework:dora], severities: { ${PORTS}: low }, parameters: { ${PORTS}: { tcp: [443] } } }\n`,
      ["policies", "show", PORTS],
    );
    expect(out).toMatch(/\(low, built-in\)/);
    expect(out).toMatch(/Severity: low by .*causeway\.yaml:2; by itself /);
    expect(out).toMatch(/Switched off: disabled by .*causeway\.yaml:2/);
    expect(out).toMatch(/tcp = \[443\]\n.*\n\s+by .*causeway\.yaml:2; the default is \[80,443\]/);
    expect(out).toMatch(/udp = \[\]\n.*\n\s+the default/);
  });
});

describe("policies that take no part", () => {
  async function off(config: string, args: readonly string[] = []): Promise<Map<string, string>> {
    const { out, err } = await inProcess(`version: 1\n${config}`, [
      "policies",
      "list",
      "--format",
      "json",
      ...args,
    ]);
    expect(err).toBe("");
    const rows = JSON.parse(out) as { id: string; effective: { off?: string } }[];
    return new Map(
      rows.flatMap(({ id, effective }) => (effective.off === undefined ? [] : [[id, effective.off]])),
    );
  }

  it("are those that are disabled anywhere, and those that `only` does not name", async () => {
    const disabled = await off(
      `policies: { disabled: [exposure/no_*] }\nprofiles: { p: { disabled: [${PORTS}] } }\n`,
      ["--profile", "p"],
    );
    expect(disabled.get(OPEN)).toMatch(/^disabled by .*causeway\.yaml:2$/);
    expect(disabled.get(PORTS)).toMatch(/^disabled by profile p \(/);
    const only = await off(
      "policies: { only: [exposure/*, framework:cis-aws-5.0], disabled: [exposure/no_admin*] }\n",
    );
    expect(only.has(PORTS)).toBe(false);
    expect(only.get(OPEN)).toMatch(/^disabled/);
    expect([...only.values()].some((why) => why.startsWith("not among `only`"))).toBe(true);
    expect(only.size).toBeGreaterThan(100);
  });

  it("are marked in the list", async () => {
    const { out } = await inProcess(`version: 1\npolicies: { disabled: [${PORTS}] }\n`, ["policies", "list"]);
    expect(out.split("\n").find((line) => line.startsWith(PORTS))).toMatch(/off \(/);
  });

  it("are those of the profile where the base of a profile names others", async () => {
    const profiles = `profiles: { a: { only: [exposure/*] }, b: { extends: [a], only: [${PORTS}] } }\n`;
    expect((await off(profiles, ["--profile", "b"])).has(OPEN)).toBe(true);
    expect((await off(profiles, ["--profile", "a"])).has(OPEN)).toBe(false);
  });
});

describe("what is said of policies and cannot be", () => {
  const rows: [string, string, string[], RegExp[]][] = [
    [
      "a profile that is not there",
      `${STRICT}profile: lax\n`,
      [],
      [/no profile lax/, /causeway\.yaml:7/, /base, strict/],
    ],
    [
      "one on the command line",
      STRICT,
      ["--profile", "lax"],
      [/no profile lax/, /choose one of base, strict/],
    ],
    ["a profile where there are none", "", ["--profile", "lax"], [/write one under profiles/]],
    [
      "a profile that extends none",
      "profile: a\nprofiles:\n  a:\n    extends: [b]\n",
      [],
      [/extends b/, /causeway\.yaml:5/],
    ],
    [
      "profiles in a circle",
      "profile: a\nprofiles:\n  a: { extends: b }\n  b: { extends: a }\n",
      [],
      [/extends itself/, /causeway\.yaml:5/],
    ],
    [
      "only what is not there",
      "policies:\n  only: [exposure/*, expsure/*]\n",
      [],
      [/expsure\/\*/, /causeway\.yaml:3/],
    ],
    [
      "only a framework that nobody cites",
      "policies:\n  only: [framework:cis]\n",
      [],
      [/framework:cis/, /cis-aws-5\.0/],
    ],
    [
      "a parameter that is none",
      `policies:\n  parameters:\n    ${PORTS}:\n      ports: [1]\n`,
      [],
      [/no parameter ports/, /causeway\.yaml:5/, /tcp = \[80,443\]/],
    ],
    [
      "a value that does not fit, in a profile nobody chose",
      `profiles:\n  p:\n    parameters:\n      ${PORTS}:\n        tcp: [x]\n`,
      [],
      [/tcp of exposure/, /causeway\.yaml:6/],
    ],
    [
      "an addition that does not fit",
      `policies: { parameters: { ${PORTS}: { tcp: { add: [x] } } } }\n`,
      [],
      [/tcp of exposure/, /causeway\.yaml:2/],
    ],
    [
      "a severity of a policy that is not there, in a profile nobody chose",
      "profiles:\n  p:\n    severities: { a/b: low }\n",
      [],
      [/no such policy/, /causeway\.yaml:4/],
    ],
    [
      "parameters of a policy that is not there",
      "policies:\n  parameters:\n    a/b: { c: 1 }\n",
      [],
      [/no such policy/, /causeway\.yaml:4/],
    ],
  ];
  it.each(rows)("ends with exit code 2 and the place: %s", async (...[, config, args, wanted]) => {
    const { code, out, err } = await inProcess(`version: 1\n${config}`, ["policies", "show", PORTS, ...args]);
    expect({ code, out }, err).toEqual({ code: 2, out: "" });
    for (const pattern of wanted) expect(err).toMatch(pattern);
  });

  it("names the base where the base is at fault", async () => {
    const base = { "base.yaml": `policies:\n  parameters:\n    ${PORTS}: { tcp: [x] }\n` };
    const run = await inProcess("version: 1\nextends: base.yaml\n", ["policies", "list"], folderWith(base));
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(/base\.yaml:4/)]);
  });
});

describe("a scan by a profile", () => {
  it("names what it leaves out, and meets no control that this would have judged", {
    timeout: 120_000,
  }, () => {
    const folder = sampleFolder();
    const path = join(folder, "causeway.yaml");
    const profiles = {
      ports: { only: ["exposure/*"], disabled: [OPEN], severities: { [DATABASE]: "info" } },
    };
    writeFileSync(path, stringify({ ...(parse(readFileSync(path, "utf8")) as object), profiles }));
    expect(causeway(["collect"], folder).code).toBe(0);
    const { code, out, err } = causeway(["scan", "--profile", "ports", "--fail-on", "none"], folder);
    expect(code, err).toBe(0);
    expect(out).toMatch(/\d+ policies were switched off/);
    const report = JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8")) as Report;
    expect(report.policies.every(({ meta }) => meta.id.startsWith("exposure/") && meta.id !== OPEN)).toBe(
      true,
    );
    expect(report.findings.find(({ policy }) => policy === DATABASE)?.severity).toBe("info");
    expect(report.switchedOff?.find(({ policy }) => policy === OPEN)?.why).toMatch(
      /^disabled by profile ports \(causeway\.yaml:\d+\)$/,
    );
    const controls = report.frameworks?.flatMap((framework) => framework.controls) ?? [];
    const without = controls.filter(({ off = [] }) => off.length > 0);
    expect(without.length).toBeGreaterThan(50);
    expect(without.filter(({ state }) => state === "met" || state === "empty")).toEqual([]);
  });
});
