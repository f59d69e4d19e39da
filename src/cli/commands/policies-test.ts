import { evaluateOnce } from "../../evaluate/index.js";
import { UsageError } from "../../model/errors.js";
import { type PolicyModule, testPolicies } from "../../rego/index.js";
import { readSettings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { builtInModules, modulesIn, ownFolders } from "../policy-set.js";

interface TestOptions {
  readonly config?: string;
  readonly run?: string;
}

/** `causeway policies test`: every test of the folders, or of the built-in policies and the configured folders. */
export async function test(folders: readonly string[], options: TestOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const named = ownFolders(settings, folders.length > 0 ? folders : undefined);
  const own = named.flatMap((folder) => modulesIn(folder, "custom", io.err));
  if (folders.length > 0 && named.length > 0 && own.length === 0) {
    throw new UsageError(
      `there is no policy in ${named.join(", ")}`,
      "causeway policies new area/name writes one",
    );
  }
  const ownAlone = own.length > 0 && (folders.length > 0 || settings.config.policies?.builtIn === false);
  const modules = [...(ownAlone ? builtInModules(false).filter(isNoTest) : builtInModules(true)), ...own];
  const all = await testPolicies({ modules, evaluate: evaluateOnce });
  const results = all.filter(({ test: name }) => name.includes(options.run ?? ""));
  if (results.length === 0)
    throw new UsageError("there is no test here", "write test_… rules in policy_test.rego");
  for (const { status, test: name, file, line, message } of results) {
    if (status !== "pass")
      io.out(`${status.toUpperCase()} ${name}\n  ${file}:${line}${message ? `  ${message}` : ""}\n`);
  }
  const count = (status: string) => results.filter((result) => result.status === status).length;
  io.out(`${count("pass")} passed, ${count("fail") + count("error")} failed, ${count("skip")} skipped\n`);
  return count("fail") + count("error") > 0 ? EXIT.findings : EXIT.clean;
}

/** The words that build documents for tests are there for everybody, the tests of the libraries are not. */
const isNoTest = ({ path }: PolicyModule) =>
  path === "lib/fixtures_test.rego" || !path.endsWith("_test.rego");
