import { type Static, Type } from "typebox";
import { validate } from "../../model/index.js";
import { type BundleFile, refused } from "./bundle-files.js";

/** What OPA writes beside policies (https://www.openpolicyagent.org/docs/management-bundles#bundle-file-format). */
const ManifestSchema = Type.Object({
  roots: Type.Optional(Type.Array(Type.String())),
  rego_version: Type.Optional(Type.Integer()),
  file_rego_versions: Type.Optional(Type.Record(Type.String(), Type.Integer())),
});

export type BundleManifest = Static<typeof ManifestSchema>;

/** The manifest of a bundle; without one it may hold anything. */
export function manifestOf(bundle: string, files: readonly BundleFile[]): BundleManifest {
  const file = files.find(({ path }) => path === ".manifest");
  const value = file === undefined ? {} : parsed(bundle, file);
  const [problem] = validate(ManifestSchema, value);
  if (problem !== undefined)
    throw refused(
      bundle,
      `its .manifest does not fit: ${problem.pointer || "/"} ${problem.message}`,
      REBUILD,
    );
  const manifest = value as BundleManifest;
  const versions = [manifest.rego_version, ...Object.values(manifest.file_rego_versions ?? {})];
  if (versions.some((version) => version !== undefined && version !== 1))
    throw refused(bundle, "its .manifest says that some of its Rego is not of version 1", V1);
  return manifest;
}

/** Whether the bundle owns a package: OPA refuses what lies outside its roots. */
export function owns({ roots = [""] }: BundleManifest, name: string): boolean {
  const path = name.replaceAll(".", "/");
  return roots
    .map((root) => root.replace(/^\/|\/$/g, ""))
    .some((root) => root === "" || `${path}/`.startsWith(`${root}/`));
}

/** A JSON file of a bundle. */
export function parsed(bundle: string, file: BundleFile): unknown {
  let value: unknown;
  try {
    value = JSON.parse(file.read().toString("utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refused(bundle, `${file.path} is not JSON: ${error.message}`, REBUILD);
  }
  if (nestsBeyond(value, DEEPEST))
    throw refused(bundle, `${file.path} nests deeper than ${DEEPEST} levels`, "leave it out");
  return value;
}

/** Nobody writes data like this; what walks it later would run out of stack. */
const DEEPEST = 100;

function nestsBeyond(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value];
  for (let level = 0; layer.length > 0; level++) {
    if (level > levels) return true;
    layer = layer.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}

const REBUILD = "build it again with opa build";
const V1 = "bring the policies to Rego v1 with opa fmt --rego-v1, and build it again";
