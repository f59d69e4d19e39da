import type { Manifest } from "../model/index.js";

/** One Rego file. `path` is its place below the policy folder; `shown` is how errors name it. */
export interface PolicyModule {
  readonly path: string;
  readonly shown: string;
  readonly text: string;
  readonly origin: "built-in" | "custom";
  /** A policy that takes no part: its parameters stay known, because libraries read them. */
  readonly declares?: boolean;
}

/** Policies as WASM, with what they say of themselves and the defaults of their parameters. */
export interface Compiled {
  readonly wasm: Uint8Array;
  readonly manifest: Manifest;
  readonly data: { readonly params: Readonly<Record<string, unknown>> };
}

/** One thing that is wrong with a policy; lines and columns start at 1, 0 where there is none. */
export interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** Something that the author of a policy should know. Errors keep it from compiling, hints are no fault. */
export interface PolicyProblem extends Omit<Diagnostic, "code"> {
  readonly level: "error" | "warning" | "hint";
  readonly rule: string;
  readonly next: string;
}

/** Lines of a file that tests evaluate, as [first, last]; lines without a rule or expression are in neither. */
export interface FileCoverage {
  readonly path: string;
  readonly covered: readonly (readonly [number, number])[];
  readonly notCovered: readonly (readonly [number, number])[];
  readonly coveredLines: number;
  readonly notCoveredLines: number;
}

/** What the compiler program answers (see compiler/protocol.go). */
export interface CompilerAnswer {
  readonly opa: string;
  readonly wasm?: string;
  readonly policies?: Manifest["policies"];
  readonly entrypoints?: Manifest["entrypoints"];
  readonly tests?: readonly CompiledTest[];
  /** Why a policy may not be judged once for all copies, by its id; those that may are missing. */
  readonly notOpaque?: Readonly<Record<string, Omit<Diagnostic, "code">>>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly coverage?: readonly FileCoverage[];
  readonly problems?: readonly (Diagnostic & Pick<PolicyProblem, "level">)[];
  readonly errors?: readonly Diagnostic[];
  readonly crash?: string;
}

export interface CompiledTest {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly entrypoint: string;
  readonly skipped: boolean;
  /** Why the engine cannot run it. */
  readonly unsupported?: string;
}
