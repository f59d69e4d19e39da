import { type HostBuiltin, isText, overTexts, whole } from "./arguments.js";

/** Texts are counted in code points, as in Go; the arguments and answers are those of OPA's documentation. */
export const TEXTS: readonly (readonly [string, HostBuiltin])[] = [
  ["glob.quote_meta", overTexts((pattern = "") => pattern.replace(/[\\*?[\]{}]/g, "\\$&"))],
  ["indexof_n", overTexts((text = "", search = "") => (search === "" ? undefined : places(text, search)))],
  ["strings.any_prefix_match", affix((text, part) => text.startsWith(part))],
  ["strings.any_suffix_match", affix((text, part) => text.endsWith(part))],
  ["strings.count", overTexts((text = "", part = "") => counted(text, part))],
  ["strings.split_n", (text, by, number) => splitN(text, by, number)],
];

/** Where the part begins, overlapping ones too. */
function places(text: string, part: string): number[] {
  const found: number[] = [];
  let characters = 0;
  let from = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    // Half of a surrogate pair is no place: well-formed texts are only found whole.
    characters += [...text.slice(from, at)].length;
    from = at;
    found.push(characters);
  }
  return found;
}

function affix(matches: (text: string, part: string) => boolean): HostBuiltin {
  return (texts, parts) => {
    const all = listed(texts);
    const affixes = listed(parts);
    if (all === undefined || affixes === undefined) return undefined;
    return all.some((text) => affixes.some((part) => matches(text, part)));
  };
}

function listed(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every(isText) ? list : undefined;
}

/** As Go's strings.Count: an empty part stands before and behind every character. */
function counted(text: string, part: string): number {
  return part === "" ? [...text].length + 1 : text.split(part).length - 1;
}

/** The first parts, or the last ones for a negative number; an empty separator parts characters. */
function splitN(text: unknown, by: unknown, number: unknown): string[] | undefined {
  if (!isText(text) || !isText(by) || typeof number !== "number" || !Number.isInteger(whole(number))) {
    return undefined;
  }
  const parts = by === "" ? [...text] : text.split(by);
  return number >= 0 ? parts.slice(0, number) : parts.slice(number);
}
