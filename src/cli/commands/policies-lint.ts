import { lintPolicies, type PolicyModule, type PolicyProblem } from "../../rego/index.js";
import { readSettings, type Settings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { shippedCache } from "../policy-set.js";
import { type TestedPolicies, testedPolicies } from "../tested-policies.js";

interface LintOptions {
  readonly config?: string;
  readonly format?: "text" | "json";
}

/** `causeway policies lint`: all that keeps policies from compiling, and what their author should know besides. */
export async function lint(folders: readonly string[], options: LintOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const policies = testedPolicies(settings, folders, io.err);
  const modules = policies.modules();
  const problems = [
    ...(await lintPolicies({ modules, cacheDirs: [shippedCache()] })),
    ...twice(policies, settings, modules),
  ];
  const count = (level: PolicyProblem["level"]) => problems.filter((one) => one.level === level).length;
  const sum = { errors: count("error"), warnings: count("warning"), hints: count("hint") };
  if (options.format === "json") {
    io.out(`${JSON.stringify({ formatVersion: 1, ...sum, problems }, null, 2)}\n`);
  } else {
    io.out(problems.map(problemText).join(""));
    io.out(`${sum.errors} errors, ${sum.warnings} warnings, ${sum.hints} hints\n`);
  }
  return sum.errors + sum.warnings > 0 ? EXIT.findings : EXIT.clean;
}

/** Own policies are linted beside the libraries alone; a scan has the built-in policies too. */
function twice(
  policies: TestedPolicies,
  settings: Settings,
  modules: readonly PolicyModule[],
): PolicyProblem[] {
  if (!policies.ownAlone || settings.config.policies?.builtIn === false) return [];
  const builtIn = new Map(modules.filter(({ declares }) => declares).map(({ path, shown }) => [path, shown]));
  return modules
    .filter(({ path, origin }) => origin === "custom" && builtIn.has(path))
    .map(({ path, shown }) => ({
      level: "error",
      rule: "package",
      path: shown,
      line: 1,
      column: 1,
      message: `there is a built-in policy of this name, ${builtIn.get(path)}`,
      next: "give it another name, or set policies.builtIn: false in causeway.yaml",
    }));
}

const problemText = ({ level, rule, path, line, column, message, next }: PolicyProblem): string =>
  `${path || "policies"}:${line}:${column}: ${level} ${rule}: ${message}\n  next: ${next}\n`;
