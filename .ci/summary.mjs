// Adds the steps of .ci/run to the counts of the test run, prints the closing line and sets the exit code.
import { readFileSync } from "node:fs";

const [file, stepsPassed, stepsFailed] = process.argv.slice(2);
let tests = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
try {
  tests = JSON.parse(readFileSync(file, "utf8"));
} catch {
  console.log("the test run left no summary: counted as one failure");
}
const start = (text) => text.split("\n").slice(0, 6).join("\n");
// Named at the end, where whoever reads of a failure looks first.
for (const { name, assertionResults = [], message = "" } of tests.testResults ?? []) {
  // A file that does not load has no tests.
  if (message !== "") console.log(`${name}: ${start(message)}`);
  for (const { status, fullName, failureMessages = [] } of assertionResults) {
    if (status === "passed") continue;
    console.log(`${status}: ${name.replace(`${process.cwd()}/`, "")} > ${fullName}`);
    for (const failure of failureMessages) console.log(start(failure));
  }
}
const passed = tests.numPassedTests + Number(stepsPassed);
const failed = tests.numFailedTests + Number(stepsFailed);
const skipped = tests.numPendingTests + (tests.numTodoTests ?? 0);
process.exitCode = failed > 0 || (process.env.CI === "true" && skipped > 0) ? 1 : 0;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
