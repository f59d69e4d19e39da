import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PolicyModule } from "../../rego/index.js";
import { archiveFiles } from "./archive.js";
import { type BundleFile, refused } from "./bundle-files.js";
import { refuseData } from "./data.js";
import { type BundleManifest, manifestOf, owns } from "./manifest.js";
import { unpackedFiles } from "./unpacked.js";

/** Says something to the user that is no error. */
export type Say = (text: string) => void;

/** Whether a path names an OPA bundle: a `.tar.gz`, or a folder with a `.manifest`. */
export function isBundle(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return /\.(?:tar\.gz|tgz)$/i.test(path);
  return found?.isDirectory() === true && existsSync(join(path, ".manifest"));
}

/**
 * The Rego of a bundle as modules. The package says where each belongs: `opa build` keeps whatever folders lay above.
 * Throws an InputError on what is hostile, what is not laid out as policies are, and on data that nothing could take.
 */
export function bundleModules(
  bundle: string,
  origin: PolicyModule["origin"],
  say: Say = () => {},
): PolicyModule[] {
  const files = statSync(bundle).isFile() ? archiveFiles(bundle) : unpackedFiles(bundle);
  refuseForeign(bundle, files);
  const manifest = manifestOf(bundle, files);
  const sources = files
    .filter(({ path }) => path.endsWith(".rego"))
    .map((file) => ({ ...sourceOf(bundle, file, manifest), shown: join(bundle, file.path) }));
  if (sources.length === 0) throw refused(bundle, "there is no Rego in it", LAYOUT);
  refuseData(bundle, files, sources);
  tell(bundle, files, say);
  return sources.map(({ path, shown, text }) => ({ path, shown, text, origin }));
}

const LAYOUT =
  "lay policies out as <area>/<name>/policy.rego in package policies.<area>.<name>, libraries in lib/";

/** Bundles whose meaning is not in their Rego and `.manifest`. */
function refuseForeign(bundle: string, files: readonly BundleFile[]): void {
  for (const { path } of files) {
    const name = path.split("/").at(-1);
    if (name === "patch.json")
      throw refused(bundle, "it is a delta bundle, which changes another one", "name the whole bundle");
    if (name === ".manifest.pb")
      throw refused(bundle, "its manifest is not JSON", "build it again with a .manifest");
    if (name === ".manifest" && path !== name)
      throw refused(bundle, `${path} lies below other folders`, "name the folder that holds .manifest");
  }
}

function sourceOf(bundle: string, file: BundleFile, manifest: BundleManifest) {
  const text = file.read().toString("utf8");
  const { above, name } = headOf(text);
  const path = placeOf(name, file.path);
  if (path === undefined) {
    const have = name === "" ? "has no package line" : `is package ${name}`;
    throw refused(bundle, `${file.path} ${have}, and there may be policies and libraries alone`, LAYOUT);
  }
  if (!owns(manifest, name))
    throw refused(
      bundle,
      `${file.path} is package ${name}, outside the roots of its .manifest`,
      "add it to roots",
    );
  return { path, text, above, package: name };
}

/** The package of a file, empty where it has none, and what stands above it: nothing but comments may. */
function headOf(text: string): { readonly above: string; readonly name: string } {
  const [whole = "", above = "", name = ""] = PACKAGE.exec(text) ?? [];
  return whole === "" ? { above, name: "" } : { above, name };
}

const PACKAGE = /^((?:\s|#.*(?:\n|$))*)package[ \t]+([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)[ \t\r]*(?:[#;\n]|$)/;

/** Where a file of that package would lie in a folder of policies. */
function placeOf(name: string, path: string): string | undefined {
  const file = path.split("/").at(-1) ?? "";
  const [first, area, policy] = name.split(".");
  if (first === "lib") return `lib/${file}`;
  return first === "policies" && policy !== undefined ? `${area}/${policy}/${file}` : undefined;
}

/** What is not used is said, so that nobody counts on it. */
function tell(bundle: string, files: readonly BundleFile[], say: Say): void {
  const names = new Set(files.map(({ path }) => path.split("/").at(-1) ?? ""));
  if (names.has(".signatures.json"))
    say(
      `note: ${bundle}: its signatures are not verified; verify it before, with opa build --bundle --verification-key\n`,
    );
  for (const built of ["policy.wasm", "plan.json", "plan.pb"])
    if (names.has(built))
      say(
        `note: ${bundle}: its ${built} is ignored, the Rego beside it is compiled (opa build -t rego keeps all of it there)\n`,
      );
}
