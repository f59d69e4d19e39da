import { createHash } from "node:crypto";
import type { PolicyModule } from "./types.js";

/** Files that are tested together, and by themselves: no other file's change can change their results. */
export interface TestUnit {
  readonly own: readonly PolicyModule[];
  /** The files themselves and everything that they can lean on, in the order of the whole set. */
  readonly needed: readonly PolicyModule[];
  /** Hash over both: while it is the same, so are the results. */
  readonly key: string;
}

/**
 * Takes a set of policies apart. What a file leans on is read off its text, by the words behind `data`, and too
 * much rather than too little: where a name is worked out, everything that it may mean is taken.
 */
export function testUnits(
  modules: readonly PolicyModule[],
  isOwn: (module: PolicyModule) => boolean,
): TestUnit[] {
  const packages = new Packages(modules);
  const order = new Map(modules.map((module, index) => [module, index]));
  return together(modules.filter(isOwn), packages).map((own) => {
    const needed = [...packages.closure(own)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return { own, needed, key: keyOf(own, needed) };
  });
}

/** Two that lean on each other need the same files, and are not the same all the same. */
function keyOf(own: readonly PolicyModule[], needed: readonly PolicyModule[]): string {
  const hash = createHash("sha256");
  for (const module of needed) hash.update(digestOf(module));
  hash.update(JSON.stringify(own.map(({ shown }) => shown)));
  return hash.digest("hex");
}

const digestOf = remembered(({ path, shown, text, origin, declares = false }) =>
  createHash("sha256")
    .update(JSON.stringify([path, shown, text, origin, declares]))
    .digest("hex"),
);

/** Of each module once: the built-in ones stay the same from round to round. */
function remembered<T>(work: (module: PolicyModule) => T): (module: PolicyModule) => T {
  const known = new WeakMap<PolicyModule, { readonly value: T }>();
  return (module) => {
    const found = known.get(module) ?? { value: work(module) };
    known.set(module, found);
    return found.value;
  };
}

/** Files of one policy's folder, and of packages that are one or lie in one another, belong together. */
function together(own: readonly PolicyModule[], packages: Packages): PolicyModule[][] {
  const places = new Map<string, PolicyModule[]>();
  for (const module of own) {
    const folder = /^(?!lib\/)([^/]+\/[^/]+)\/./.exec(module.path)?.[1];
    for (const place of [`package ${packageOf(module)}`, ...(folder ? [`folder ${folder}`] : [])])
      places.set(place, [...(places.get(place) ?? []), module]);
  }
  const placesOf = new Map<PolicyModule, PolicyModule[][]>();
  for (const members of places.values())
    for (const module of members) placesOf.set(module, [...(placesOf.get(module) ?? []), members]);
  const wanted = new Set(own);
  const seen = new Set<PolicyModule>();
  const groups: PolicyModule[][] = [];
  for (const module of own) {
    if (seen.has(module)) continue;
    const group = new Set([module]);
    for (const member of group) {
      for (const other of [...(placesOf.get(member) ?? []).flat(), ...packages.around(packageOf(member))])
        if (wanted.has(other)) group.add(other);
    }
    for (const member of group) seen.add(member);
    groups.push(own.filter((member) => group.has(member)));
  }
  return groups;
}

/** The dotted name of a module's package; the words that are certain, where it has others. */
const packageOf = remembered(({ text }) => /^\s*package\s+([\w.]*\w)/m.exec(text)?.[1] ?? "");

/** Behind a dot it is a member of something else. */
const NAME = /(?<!\.)\bdata\b((?:\.[A-Za-z_]\w*)*)/g;
/** Texts and comments first, so that `data` in them is none. */
const SPEECH = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|#[^\n]*/g;

/** What a module may lean on, as dotted names. Parameters are declared by the policy of their name. */
const mentions = remembered(({ text }) => {
  // A template string holds expressions, and texts within these.
  const code = /\$["`]/.test(text) ? text : text.replace(SPEECH, '""');
  const names = [...code.matchAll(NAME)].map(([, words = ""]) => {
    const name = words.slice(1);
    const [first, ...rest] = name.split(".");
    return first === "params" ? ["policies", ...rest.slice(0, 2)].join(".") : name;
  });
  return [...new Set(names)];
});

/** Modules by the names of their packages. */
class Packages {
  private readonly at = new Map<string, PolicyModule[]>();
  /** By every beginning of the name. */
  private readonly below = new Map<string, PolicyModule[]>();

  constructor(modules: readonly PolicyModule[]) {
    for (const module of modules) {
      const name = packageOf(module);
      push(this.at, name, module);
      for (const beginning of beginnings(name)) push(this.below, beginning, module);
    }
  }

  /** Everything at the name, below it, and above it: a rule of a package has the package's name in front. */
  around(name: string): PolicyModule[] {
    return [
      ...(this.below.get(name) ?? []),
      ...beginnings(name).flatMap((above) => this.at.get(above) ?? []),
    ];
  }

  /** The modules with all that they lean on. Of a policy that takes no part only the parameters count. */
  closure(modules: readonly PolicyModule[]): Set<PolicyModule> {
    const out = new Set(modules);
    for (const module of out) {
      if (module.declares) continue;
      const names = new Set([packageOf(module), ...mentions(module)]);
      for (const name of names) for (const other of this.around(name)) out.add(other);
    }
    return out;
  }
}

function push(map: Map<string, PolicyModule[]>, key: string, module: PolicyModule): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [module]);
  else known.push(module);
}

/** `a.b.c`: nothing, `a`, `a.b` and `a.b.c`. */
function beginnings(name: string): string[] {
  if (name === "") return [""];
  const words = name.split(".");
  return ["", ...words.map((_word, index) => words.slice(0, index + 1).join("."))];
}
