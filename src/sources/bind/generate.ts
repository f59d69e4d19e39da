/** What `$GENERATE` makes, one entry each. */
export interface Generated {
  readonly owner: string;
  readonly value: string;
}

/** As many as addresses of a /16. A file that wants more is no file of a person. */
export const MOST_GENERATED = 65_536;

/**
 * BIND's `$GENERATE start-stop[/step] owner type value`. `$` is the number, `${offset,width,base}` another one made
 * of it. https://bind9.readthedocs.io/en/v9.18.32/chapter3.html#bind-primary-file-extension-the-generate-directive
 * @returns null where it cannot be read, or makes too many
 */
export function generated(range: string, owner: string, value: string): Generated[] | null {
  const [, from = "", to = "", by = "1"] = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(range) ?? [];
  const [start, stop, step] = [Number(from), Number(to), Number(by)];
  if (from === "" || stop < start || step < 1 || (stop - start) / step >= MOST_GENERATED) return null;
  const made: Generated[] = [];
  for (let at = start; at <= stop; at += step) {
    const [left, right] = [filled(owner, at), filled(value, at)];
    if (left === null || right === null) return null;
    made.push({ owner: left, value: right });
  }
  return made;
}

const PLACE = /\\\$|\$\$|\$\{(-?\d{1,10})(?:,(\d{1,3})(?:,([doxXnN]))?)?\}|\$/g;

function filled(text: string, number: number): string | null {
  let broken = false;
  const made = text.replace(PLACE, (whole, ...parts: (string | undefined)[]) => {
    const [offset, width, base] = parts;
    if (whole === "\\$" || whole === "$$") return "$";
    const value = number + Number(offset ?? 0);
    if (value < 0) broken = true;
    return shown(value, Number(width ?? 0), base ?? "d");
  });
  return broken ? null : made;
}

function shown(value: number, width: number, base: string): string {
  if (base === "n" || base === "N") {
    // Nibbles, the last first, with dots between, as names of IPv6 addresses have them.
    const nibbles = [...value.toString(16).padStart(Math.ceil(width / 2), "0")].reverse().join(".");
    return base === "N" ? nibbles.toUpperCase() : nibbles;
  }
  const radix = base === "o" ? 8 : base === "x" || base === "X" ? 16 : 10;
  const text = value.toString(radix).padStart(width, "0");
  return base === "X" ? text.toUpperCase() : text;
}
