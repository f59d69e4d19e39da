import type { Cable, Layout, Space } from "./laboratory.js";

/** A namespace while it is being drawn. */
export class DraftSpace implements Space {
  readonly ip: string[] = [];
  readonly ip6: string[] = [];
  readonly addresses: string[] = [];
  nft = "";
  holder = "lo";

  constructor(readonly name: string) {}

  /** @param to a block of either family, `default` or `::/0` */
  route(to: string, way: { dev: string; table?: number } | "blackhole"): void {
    const whole = to === "0.0.0.0/0" ? "default" : to;
    if (way === "blackhole") this.ip.push(`route add blackhole ${whole}`);
    else this.ip.push(`route add ${whole} dev ${way.dev}${way.table ? ` table ${way.table}` : ""}`);
  }

  /** What nothing else is told for goes nowhere, without a word to the sender. */
  silence(table = 254): void {
    for (const to of ["default", "::/0"])
      this.ip.push(`route add blackhole ${to} metric 4096 table ${table}`);
  }

  /** @param of what packets, e.g. `iif in0`; asked in the order of `preference` */
  rule(of: string, to: { table: number; preference: number }): void {
    const line = `rule add pref ${to.preference} ${of} lookup ${to.table}`;
    if (!/[.]\d/.test(of)) this.ip6.push(line);
    if (!of.includes(":")) this.ip.push(line);
  }
}

/** Namespaces and the cables between them, by name. */
export class DraftLayout implements Layout {
  readonly spaces: DraftSpace[] = [];
  readonly cables: Cable[] = [];
  private readonly known = new Map<string, DraftSpace>();

  space(name: string): DraftSpace {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const made = new DraftSpace(name);
    this.known.set(name, made);
    this.spaces.push(made);
    return made;
  }

  /** Interface names are short (15 characters) and say to where. */
  cable(a: readonly [DraftSpace, string], b: readonly [DraftSpace, string]): void {
    const [one, other] = [a, b].map(([{ name: space }, name]) => ({ space, name }));
    if (one === undefined || other === undefined) return;
    this.cables.push({ ends: [one, other] });
  }
}
