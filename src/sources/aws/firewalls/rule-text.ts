/** A rule of Suricata, taken apart. */
export interface RuleText {
  readonly action: string;
  readonly protocol: string;
  readonly source: string;
  readonly sourcePort: string;
  /** `->` or `<>`. */
  readonly direction: string;
  readonly destination: string;
  readonly destinationPort: string;
  /** Single options, without the semicolons. */
  readonly options: readonly string[];
}

/** A line of rules, with its number in the text. */
export interface RuleLine {
  readonly text: string;
  readonly line: number;
  /** Null where it cannot be read. */
  readonly rule: RuleText | null;
}

/**
 * The rules of a text, one a line; `#` begins a comment, a backslash at the end goes on in the next line.
 * https://docs.suricata.io/en/suricata-7.0.8/rules/intro.html
 */
export function ruleLinesOf(text: string): RuleLine[] {
  const found: RuleLine[] = [];
  let [held, from] = ["", 1];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (held === "") from = index + 1;
    const whole = `${held}${line}`.trim();
    held = "";
    if (whole === "" || whole.startsWith("#")) continue;
    if (whole.endsWith("\\")) held = `${whole.slice(0, -1)} `;
    else found.push({ text: whole, line: from, rule: ruleTextOf(whole) });
  }
  const rest = held.trim();
  if (rest !== "") found.push({ text: rest, line: from, rule: ruleTextOf(rest) });
  return found;
}

/** Null for what is no rule. */
export function ruleTextOf(text: string): RuleText | null {
  const open = text.indexOf("(");
  if (open === -1 || !text.endsWith(")")) return null;
  const words = wordsOf(text.slice(0, open));
  const options = optionTexts(text.slice(open + 1, -1));
  if (words === null || options === null) return null;
  const [action, protocol, source, sourcePort, direction, destination, destinationPort] = words;
  if (direction !== "->" && direction !== "<>") return null;
  if (
    action === undefined ||
    protocol === undefined ||
    source === undefined ||
    sourcePort === undefined ||
    destination === undefined ||
    destinationPort === undefined
  )
    return null;
  return { action, protocol, source, sourcePort, direction, destination, destinationPort, options };
}

/** The seven words of a header. Lists in brackets may hold spaces. */
function wordsOf(header: string): string[] | null {
  const words: string[] = [];
  let [word, depth] = ["", 0];
  for (const character of `${header} `) {
    if (character === "[") depth++;
    if (character === "]") depth--;
    if (depth < 0) return null;
    if (depth > 0 || !/\s/.test(character)) word += character;
    else if (word !== "" && word !== "!") {
      words.push(word);
      word = "";
    }
  }
  return depth === 0 && word === "" && words.length === 7 ? words : null;
}

/** Options end with semicolons; those in quotes or behind a backslash do not count. Null where quotes do not match. */
function optionTexts(text: string): string[] | null {
  const options: string[] = [];
  let [option, quoted] = ["", false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === "\\") {
      option += character + (text[++at] ?? "");
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (character === ";" && !quoted) {
      options.push(option.trim());
      option = "";
    } else option += character;
  }
  if (quoted) return null;
  return [...options, option.trim()].filter((one) => one !== "");
}
