import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Compiled, compilePolicies, type PolicyModule } from "../rego/index.js";
import { bundleModules, isBundle, type Say } from "./bundles/bundle.js";
import { besideConfig, type Settings } from "./config-file.js";
import { filesBelow, mustBeFolder, samePathAs } from "./files.js";
import { packageRoot } from "./package-root.js";

/** The folder of the built-in policies. */
export const builtInFolder = (): string => join(packageRoot(), "policies");

/** Every Rego file of a folder or an OPA bundle as a module; `shown` is what errors and manifests say. */
export function modulesIn(folder: string, origin: PolicyModule["origin"], say?: Say): PolicyModule[] {
  if (isBundle(folder)) return bundleModules(folder, origin, say);
  mustBeFolder(folder, "name a folder that holds area/name/policy.rego, or an OPA bundle (.tar.gz)");
  const shown = shownIn(folder);
  return filesBelow(folder)
    .filter(({ path }) => path.endsWith(".rego"))
    .map(({ path, full }) => ({
      path,
      shown: shown(path),
      text: readFileSync(full, "utf8"),
      origin,
    }));
}

/** Built-in policies are named the same wherever the package lies; the user's own as the user named them. */
function shownIn(folder: string): (path: string) => string {
  return samePathAs(folder, builtInFolder()) ? (path) => `policies/${path}` : (path) => join(folder, path);
}

/** Folders and bundles of the user's own policies: those of the command line, else those of the configuration. */
export function ownFolders(settings: Settings, named: readonly string[] | undefined): string[] {
  const folders =
    named ?? settings.config.policies?.folders?.map((folder) => besideConfig(settings, folder)) ?? [];
  return folders.filter((folder) => !samePathAs(folder, builtInFolder()));
}

/** All modules of a run: built-in ones, unless the configuration leaves them out, and the user's own. */
export function modulesOf(settings: Settings, named?: readonly string[], say?: Say): PolicyModule[] {
  const own = ownFolders(settings, named).flatMap((folder) => modulesIn(folder, "custom", say));
  return [...builtInModules(settings.config.policies?.builtIn !== false), ...own];
}

/** What is built in: all of it, or the libraries alone with the parameters of policies that these read. */
export function builtInModules(all: boolean): PolicyModule[] {
  const modules = modulesIn(builtInFolder(), "built-in");
  if (all) return modules;
  return modules.flatMap((module) => {
    if (module.path.startsWith("lib/")) return [module];
    return module.path.endsWith("/policy.rego") ? [{ ...module, declares: true }] : [];
  });
}

/** Compiles, or takes the compiled bytes from the cache where the sources are the same. */
export async function compiledFor(
  settings: Settings,
  named?: readonly string[],
  say?: Say,
): Promise<Compiled> {
  const modules = modulesOf(settings, named, say);
  return compilePolicies({ modules, cacheDirs: [shippedCache(), userCache()] });
}

/** Written by `npm run build`, so that the built-in policies need no compiling. */
export const shippedCache = (): string => join(packageRoot(), "dist", "policies");

function userCache(): string {
  const base = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return join(base, "causeway");
}
