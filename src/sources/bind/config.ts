import { formatAddress, parseAddress } from "../../net/index.js";
import type { Statement } from "./config-statements.js";
import { nameOf } from "./names.js";

export interface Forwarder {
  readonly address: string;
  readonly port: number;
}

/** What options, a view or a zone say; a zone's word goes before its view's, and that before the options'. */
export interface Settings {
  readonly forwarders?: readonly Forwarder[];
  readonly only?: boolean;
  readonly recursion?: boolean;
  readonly clients?: readonly string[];
  readonly addresses?: readonly string[];
  readonly port?: number;
  readonly logsQueries?: boolean;
  readonly validates?: boolean;
  readonly transfers?: readonly string[];
  readonly directory?: string;
  readonly unmodelled: readonly string[];
}

export interface ZoneStatement {
  readonly name: string;
  readonly type: string;
  readonly file: string | null;
  readonly text: boolean;
  readonly settings: Settings;
  readonly line: number;
}

export interface ViewStatement {
  readonly name: string | null;
  readonly settings: Settings;
  readonly zones: readonly ZoneStatement[];
  readonly line: number;
}

export interface Config {
  readonly options: Settings;
  readonly views: readonly ViewStatement[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** Files that it takes in. */
  readonly includes: readonly { readonly file: string; readonly line: number }[];
}

/** Elements of address lists, once the lists that they name stand in their place. */
const MOST_LISTED = 100_000;

/** Statements that change what is answered, and are not followed. */
const UNMODELLED = new Set([
  ...[
    "response-policy",
    "dns64",
    "catalog-zones",
    "dlz",
    "dyndb",
    "match-destinations",
    "match-recursive-only",
  ],
  ...[
    "root-delegation-only",
    "sortlist",
    "deny-answer-addresses",
    "deny-answer-aliases",
    "plugin",
    "attach-cache",
  ],
]);

/** What a named.conf says. https://bind9.readthedocs.io/en/v9.18.32/reference.html */
export function configOf(statements: readonly Statement[]): Config {
  const acls = new Map(
    statements
      .filter(({ words }) => words[0] === "acl")
      .map(({ words, block }) => [words[1] ?? "", block ?? []] as const),
  );
  const reader = new ConfigReader(acls);
  const named = (name: string) => statements.filter(({ words }) => words[0] === name);
  const options = reader.settings(named("options").flatMap(({ block }) => block ?? []));
  const views = named("view").map(({ words, block, line }): ViewStatement => {
    const inside = block ?? [];
    return {
      ...{ name: words[1] ?? "", line },
      ...{ settings: reader.settings(inside), zones: reader.zones(inside) },
    };
  });
  const zones = reader.zones(statements);
  const all =
    views.length > 0
      ? views
      : [{ name: null, settings: { unmodelled: [] }, zones, line: 1 } satisfies ViewStatement];
  return { options, views: all, problems: reader.problems, includes: includesOf(statements) };
}

function includesOf(statements: readonly Statement[]): Config["includes"] {
  return statements.flatMap(({ words, block, line }) => [
    ...(words[0] === "include" ? [{ file: words[1] ?? "", line }] : []),
    ...(block === null ? [] : includesOf(block)),
  ]);
}

class ConfigReader {
  readonly problems: { line: number; message: string }[] = [];
  private listed = 0;

  constructor(private readonly acls: ReadonlyMap<string, readonly Statement[]>) {}

  zones(statements: readonly Statement[]): ZoneStatement[] {
    return statements.flatMap(({ words, block, line }) => {
      if (words[0] !== "zone") return [];
      const name = nameOf(words[1] ?? "", null);
      const inside = block ?? [];
      const type = wordOf(inside, "type") ?? (wordOf(inside, "in-view") === null ? "unknown" : "in-view");
      if (name === null) {
        this.problems.push({ line, message: "a zone has no name that could be read" });
        return [];
      }
      if (words[2] !== undefined && words[2].toUpperCase() !== "IN") return [];
      const format = wordOf(inside, "masterfile-format");
      return [
        {
          ...{ name, type, file: wordOf(inside, "file"), line },
          ...{ text: format === null || format === "text", settings: this.settings(inside) },
        },
      ];
    });
  }

  settings(inside: readonly Statement[]): Settings {
    const found = (name: string) => inside.find(({ words }) => words[0] === name);
    const list = (name: string) => {
      const block = found(name)?.block;
      return block === undefined || block === null ? undefined : this.matched(block, 0);
    };
    const [forwarders, forward] = [found("forwarders"), wordOf(inside, "forward")];
    const port = found("listen-on")?.words;
    const clients = list("match-clients");
    const transfers = list("allow-transfer");
    const directory = wordOf(inside, "directory");
    return {
      ...(forwarders === undefined ? {} : { forwarders: this.forwarders(forwarders) }),
      ...(forward === null ? {} : { only: forward === "only" }),
      ...flag(inside, "recursion", "recursion"),
      ...flag(inside, "querylog", "logsQueries"),
      ...flag(inside, "dnssec-validation", "validates"),
      ...(clients === undefined ? {} : { clients }),
      ...(transfers === undefined ? {} : { transfers }),
      ...(directory === null ? {} : { directory }),
      ...this.listening(inside),
      ...(port?.[1] === "port" && /^\d{1,5}$/.test(port[2] ?? "") ? { port: Number(port[2]) } : {}),
      unmodelled: [...new Set(inside.flatMap(({ words }) => words[0] ?? []))]
        .filter((word) => UNMODELLED.has(word))
        .sort(),
    };
  }

  private listening(inside: readonly Statement[]): { addresses?: string[] } {
    const lists = inside.filter(({ words }) => words[0] === "listen-on" || words[0] === "listen-on-v6");
    const own = lists.flatMap(({ block }) =>
      this.matched(block ?? [], 0).flatMap((text) => {
        const address = parseAddress(text);
        return address === null ? [] : [formatAddress(address)];
      }),
    );
    return own.length === 0 ? {} : { addresses: [...new Set(own)].sort() };
  }

  private forwarders({ words, block }: Statement): Forwarder[] {
    const usual = words[1] === "port" ? Number(words[2]) : 53;
    return (block ?? []).flatMap(({ words: [text = "", ...more], line }) => {
      const address = parseAddress(text);
      if (address === null) {
        this.problems.push({ line, message: "a forwarder has no address that could be read" });
        return [];
      }
      const own = more[0] === "port" ? Number(more[1]) : usual;
      return [{ address: formatAddress(address), port: Number.isInteger(own) ? own : 53 }];
    });
  }

  /** An address match list, named lists put in their place. */
  private matched(block: readonly Statement[], depth: number): string[] {
    return block.flatMap(({ words, block: inner, line }) => {
      this.listed++;
      if (this.listed === MOST_LISTED)
        this.problems.push({ line, message: "address lists name each other too often" });
      if (this.listed >= MOST_LISTED) return [];
      const negated = words[0] === "!";
      const word = (negated ? words[1] : words[0]) ?? "";
      const sign = negated ? "!" : "";
      const named = this.acls.get(word);
      if (word === "key") return [`${sign}key:${words[negated ? 2 : 1] ?? ""}`];
      if (depth < 8 && (named !== undefined || inner !== null)) {
        const inside = this.matched(named ?? inner ?? [], depth + 1);
        // Of a list that is left out, what it leaves out itself is decided by nobody else: it stays as a whole.
        return negated && inside.some((text) => text.startsWith("!"))
          ? [`!(${inside.join(" ")})`]
          : inside.map((text) => `${sign}${text}`);
      }
      return [`${sign}${word}`];
    });
  }
}

function wordOf(inside: readonly Statement[], name: string): string | null {
  return inside.find(({ words }) => words[0] === name)?.words[1] ?? null;
}

function flag<K extends string>(
  inside: readonly Statement[],
  name: string,
  fact: K,
): { [key in K]?: boolean } {
  const word = wordOf(inside, name)?.toLowerCase();
  if (word === undefined) return {};
  return { [fact]: ["yes", "true", "1", "auto"].includes(word) } as { [key in K]: boolean };
}
