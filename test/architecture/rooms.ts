/** The blueprint's import table: which room may import which. `index` of a sources room stands for its folder. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  net: [],
  model: ["net"],
  "sources/aws": ["model", "net"],
  "sources/aws-config": ["model", "net", "sources/aws"],
  "sources/terraform": ["model", "net", "sources/aws"],
  "sources/nftables": ["model", "net"],
  "sources/bind": ["model", "net"],
  "sources/inventory": ["model", "net"],
  "sources/saml": ["model", "net", "sources/aws"],
  snapshot: ["model"],
  graph: ["model", "net"],
  derive: ["graph", "model", "net"],
  rego: ["model"],
  evaluate: ["graph", "model"],
  compare: ["model"],
  report: ["model"],
  cli: ["*"],
};

/** What a line is about, by the module it wants: named in the message, so that it can be moved. */
export const BELONGS: Readonly<Record<string, string>> = {
  net: "address and port arithmetic lives in src/net",
  model: "vocabulary lives in src/model",
  snapshot: "what was collected is kept by src/snapshot; hand the data over in src/cli",
  graph: "joins live in src/graph/assemble",
  derive: "meaning is derived in src/derive and handed to evaluate as `Derived`",
  rego: "compiling lives in src/rego; src/cli hands the compiled policies over",
  evaluate: "judging lives in src/evaluate",
  compare: "what changed between two runs lives in src/compare",
  report: "words, colours and SARIF fields live in src/report",
  cli: "flags, files, clock and exit codes live in src/cli; nothing imports it",
};

/** Node modules that touch the world, and the rooms (or files) that may. */
export const WORLD = [
  "node:fs",
  "node:fs/promises",
  "node:child_process",
  "node:net",
  "node:http",
  "node:https",
  "node:os",
  "node:dns",
];
export const MAY_TOUCH_WORLD = [/^cli\//, /^snapshot\//, /^fleet\//, /^sources\/[^/]+\/fetch/, /^rego\//];

/** Packages that one file alone may import. */
export const ONE_FILE: Readonly<Record<string, string>> = {
  "@open-policy-agent/opa-wasm": "evaluate/runtime.ts",
};
