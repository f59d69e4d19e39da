import { type ConfigToken, configTokens } from "./config-tokens.js";

/** `words { block } ;`. What stands behind a block is kept as further words. */
export interface Statement {
  readonly words: readonly string[];
  readonly block: readonly Statement[] | null;
  readonly line: number;
}

/** Blocks of named.conf are three deep; whoever writes more means harm. */
const DEEPEST = 16;

/** The statements of a named.conf, or the line and the reason why there are none. */
export function statementsOf(
  text: string,
): Statement[] | { readonly line: number; readonly problem: string } {
  const tokens = configTokens(text);
  if (!Array.isArray(tokens)) return { line: tokens.line, problem: "it cannot be read" };
  const reader = new Reader(tokens);
  const statements = reader.block(0);
  if (reader.problem !== undefined) return reader.problem;
  return statements;
}

class Reader {
  private at = 0;
  problem: { readonly line: number; readonly problem: string } | undefined;

  constructor(private readonly tokens: readonly ConfigToken[]) {}

  block(depth: number): Statement[] {
    const found: Statement[] = [];
    while (this.problem === undefined) {
      const token = this.tokens[this.at];
      if (token === undefined) {
        if (depth > 0) this.fail("a block has no end");
        return found;
      }
      if (isMark(token, "}")) {
        if (depth === 0) this.fail("a block ends that did not begin");
        return found;
      }
      if (isMark(token, ";")) this.at++;
      else found.push(this.statement(depth));
    }
    return found;
  }

  private statement(depth: number): Statement {
    const line = this.tokens[this.at]?.line ?? 0;
    const words: string[] = [];
    let block: Statement[] | null = null;
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || isMark(token, "}")) this.fail("a statement has no semicolon");
      if (token === undefined || this.problem !== undefined) return { words, block, line };
      this.at++;
      if (isMark(token, ";")) return { words, block, line };
      if (!isMark(token, "{")) {
        words.push(token.text);
        continue;
      }
      if (depth >= DEEPEST) this.fail("blocks lie too deep in each other");
      if (this.problem !== undefined) return { words, block, line };
      block = [...(block ?? []), ...this.block(depth + 1)];
      this.at++;
    }
  }

  private fail(problem: string): void {
    const line = this.tokens[Math.min(this.at, this.tokens.length - 1)]?.line ?? 1;
    this.problem ??= { line, problem };
  }
}

function isMark({ text, quoted }: ConfigToken, mark: string): boolean {
  return !quoted && text === mark;
}
