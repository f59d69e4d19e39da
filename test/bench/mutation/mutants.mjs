// Small faults in a policy, one at a time: a comparison turned or moved by one, a condition dropped, a negation or a
// truth value turned. Each is a text that may or may not still compile.

/** Comparisons, and what becomes of them. Order matters: the longer ones are looked for first. */
const TURNED = [
  ["!=", ["=="]],
  ["==", ["!="]],
  [">=", [">", "<"]],
  ["<=", ["<", ">"]],
  [" > ", [" >= ", " <= "]],
  [" < ", [" <= ", " >= "]],
];
const FLAGS = [
  [/\btrue\b/, "false"],
  [/\bfalse\b/, "true"],
];

/** Lines of a rule that say what must hold: neither heads, nor iterations, nor what makes the finding. */
function isCondition(line) {
  const text = line.trim();
  return (
    text !== "" &&
    !/^(?:#|[}\])]|"|some\b|import\b|package\b|default\b|finding\b|else\b)/.test(text) &&
    !/:=|[{[(,]$| contains .* if/.test(text)
  );
}

/** Without what stands in quotes: a text that is said is not a comparison. */
const bare = (line) =>
  line.replace(/"(?:[^"\\]|\\.)*"/g, (text) => "_".repeat(text.length)).replace(/#.*$/, "");

function* ofLine(line) {
  const code = bare(line);
  const taken = new Set();
  for (const [sign, others] of TURNED) {
    for (let at = code.indexOf(sign); at >= 0; at = code.indexOf(sign, at + 1)) {
      if (taken.has(at) || taken.has(at - 1)) continue;
      for (let place = at; place < at + sign.length; place++) taken.add(place);
      for (const other of others) yield line.slice(0, at) + other + line.slice(at + sign.length);
    }
  }
  for (const [flag, other] of FLAGS) {
    const found = flag.exec(code);
    if (found !== null) yield line.slice(0, found.index) + other + line.slice(found.index + found[0].length);
  }
  const negation = /^(\s*|.* if )not /.exec(code);
  if (negation !== null) yield line.slice(0, negation[1].length) + line.slice(negation[0].length);
}

/** Every mutant of a policy's text, with the number of the line that is another. */
export function* mutants(text) {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith("package "));
  for (let number = start + 1; number < lines.length; number++) {
    const line = lines[number];
    const put = (other) => ({ line: number + 1, other, text: lines.with(number, other).join("\n") });
    if (bare(line).trim() === "" || line.trim().startsWith("#")) continue;
    for (const other of ofLine(line)) yield put(other);
    // `true` stands where the condition stood, or a rule with that alone would not compile.
    if (/^\s/.test(line) && isCondition(line)) yield put(line.replace(/\S.*/, "true"));
  }
}
