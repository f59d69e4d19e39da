export type { Collected } from "./collected.js";
export { exportPath, toEnvelopes } from "./export.js";
export { answerFiles } from "./fetch/answer-files.js";
export { type CollectOptions, callerIdentity, collectAws } from "./fetch/collect-aws.js";
export { type AnswerFile, readAnswerFiles } from "./fetch/read-answer-files.js";
export { normalizeAnswer, normalizeOutput } from "./normalize.js";
export { iamPolicy, permissionsDocument } from "./permissions.js";
export { type Place, placeOf } from "./place.js";
export { iamActions } from "./registry.js";
