import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = "src/rego";

/** The folder of the built compiler: the same whether we run from src or from dist. */
function folder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here, "../..", FOLDER);
}

/** SHA-256 of the compiler's WASM: part of every cache key, so that a new compiler compiles anew. */
export function compilerHash(): string {
  return readFileSync(join(folder(), "compiler.wasm.sha256"), "utf8").trim();
}

/** The compressed compiler. */
export function compilerPath(): string {
  return join(folder(), "compiler.wasm.br");
}
