import type { Collected } from "../collected.js";
import { type AnswerFile, readFiles } from "../files/read-answers.js";
import type { Reteller } from "../files/reteller.js";
import { answerFiles } from "./answer-files.js";

export type { AnswerFile };

/**
 * Reads answers saved with the AWS CLI or an SDK.
 * @param from a folder, or its files with paths relative to it
 * @param reteller reads the answers that hold what other calls would have answered
 */
export function readAnswerFiles(
  from: string | Iterable<AnswerFile> | AsyncIterable<AnswerFile>,
  reteller?: Reteller,
): AsyncGenerator<Collected> {
  return readFiles(typeof from === "string" ? answerFiles(from) : from, reteller);
}
