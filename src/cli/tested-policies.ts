import { UsageError } from "../model/errors.js";
import type { PolicyModule } from "../rego/index.js";
import type { Settings } from "./config-file.js";
import { builtInFolder, builtInModules, modulesIn, ownFolders } from "./policy-set.js";

/** What `policies test` and `policies lint` are about: the user's own policies, or the built-in ones too. */
export interface TestedPolicies {
  /** Where the files lie that may change. */
  readonly folders: readonly string[];
  /** Whether only the user's own are meant; the built-in libraries are there for them all the same. */
  readonly ownAlone: boolean;
  /** Reads the files anew. */
  modules(): PolicyModule[];
}

/** The named folders; without any, the configured ones beside the built-in policies. Throws a UsageError where a folder holds none. */
export function testedPolicies(
  settings: Settings,
  folders: readonly string[],
  say?: (text: string) => void,
): TestedPolicies {
  const named = ownFolders(settings, folders.length > 0 ? folders : undefined);
  const ownAlone = named.length > 0 && (folders.length > 0 || settings.config.policies?.builtIn === false);
  let beside: PolicyModule[] | undefined;
  // What there is to say of bundles is said once, however often they are read.
  let telling = say;
  const modules = () => {
    const own = named.flatMap((folder) => modulesIn(folder, "custom", telling));
    telling = undefined;
    if (ownAlone && own.length === 0) {
      throw new UsageError(
        `there is no policy in ${named.join(", ")}`,
        "causeway policies new area/name writes one",
      );
    }
    if (!ownAlone) return [...builtInModules(true), ...own];
    beside ??= builtInModules(false).filter(isNoTest);
    return [...beside, ...own];
  };
  return { folders: ownAlone ? named : [builtInFolder(), ...named], ownAlone, modules };
}

/** The words that build documents for tests are there for everybody, the tests of the libraries are not. */
const isNoTest = ({ path }: PolicyModule) =>
  path === "lib/fixtures_test.rego" || !path.endsWith("_test.rego");
