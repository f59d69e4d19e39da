import type { Reach } from "../../derive/index.js";
import type { LeastChange, Question } from "../../model/index.js";
import { renderLeastChange, renderLeastChangeJson } from "../../report/index.js";
import { EXIT } from "../exit-codes.js";
import { readUserFile } from "../files.js";
import type { Io } from "../io.js";
import { flowsIn } from "../questions.js";

/** The flows of a file that must stay open: those with `expect: reaches`, or without a word. */
export function requiredIn(path: string): Question[] {
  const text = readUserFile(path, "a list of flows; those with expect: reaches stay open");
  return flowsIn(text, path).flatMap(({ question }) => (question.expect === "blocked" ? [] : [question]));
}

interface Closed {
  readonly question: Question;
  readonly keep: readonly Question[];
  readonly format: string;
}

/** `causeway reach --close`: the smallest set of rule edits that closes one way. */
export function close(engine: Reach, io: Io, { question, keep, format }: Closed): number {
  const { change } = engine.close(question, keep);
  io.out(
    format === "text" ? renderLeastChange(change, { colour: io.colour }) : renderLeastChangeJson(change),
  );
  return CODES[change.outcome];
}

/** That it cannot be closed is a finding; that nobody can tell is not. */
const CODES: Readonly<Record<LeastChange["outcome"], number>> = {
  found: EXIT.clean,
  closed: EXIT.clean,
  none: EXIT.findings,
  unknown: EXIT.incomplete,
};
