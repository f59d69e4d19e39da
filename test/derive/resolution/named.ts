import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../../.tools/bind");
const UNPACKED = existsSync(join(ROOT, "usr/sbin/named"));
const ENVIRONMENT = { ...process.env, LD_LIBRARY_PATH: join(ROOT, "usr/lib/x86_64-linux-gnu") };

function program(name: string): string | undefined {
  const places = [
    join(ROOT, "usr/sbin", name),
    join(ROOT, "usr/bin", name),
    `/usr/sbin/${name}`,
    `/usr/bin/${name}`,
  ];
  return places.find((path) => existsSync(path));
}

/** Why tests with real name servers cannot run here; undefined where they can. */
export const MISSING =
  ["named", "dig", "named-checkzone"].find((name) => program(name) === undefined) ?? undefined;

function environment(): NodeJS.ProcessEnv {
  return UNPACKED ? ENVIRONMENT : process.env;
}

/** Whether BIND would load a zone. */
export function loads(zone: string, text: string): boolean {
  const path = join(mkdtempSync(join(tmpdir(), "causeway-zone-")), "zone");
  writeFileSync(path, text);
  try {
    execFileSync(program("named-checkzone") ?? "", ["-i", "none", "-k", "ignore", zone, path], {
      env: environment(),
      stdio: "pipe",
    });
    return true;
  } catch {
    return false;
  }
}

/** An address at which nobody listens. */
export function freeAddress(): Promise<{ address: string; port: number }> {
  const address = "127.0.0.1";
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, address, () => {
      const told = server.address();
      const port = typeof told === "object" && told !== null ? told.port : 0;
      server.close(() => resolve({ address, port }));
    });
  });
}

export interface Running {
  readonly folder: string;
  stop(): Promise<void>;
}

/** Starts a server with a configuration and the files beside it; resolves when it answers. */
export async function start(
  files: Readonly<Record<string, string>>,
  { address, port }: { address: string; port: number },
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "causeway-named-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  // A file, not a pipe: while questions are asked nobody reads here, and a server whose log is full waits for ever.
  const path = join(folder, "log");
  const log = openSync(path, "w");
  const server = spawn(program("named") ?? "", ["-g", "-n", "1", "-c", join(folder, "named.conf")], {
    cwd: folder,
    env: environment(),
    stdio: ["ignore", "ignore", log],
  });
  closeSync(log);
  const said = () => readFileSync(path, "utf8");
  for (const end = Date.now() + 20_000; !/ running\s*$/m.test(said()); ) {
    if (server.exitCode !== null)
      throw new Error(`named ended at ${address}#${port}: ${said().slice(-2000)}`);
    if (Date.now() > end) throw new Error(`named does not start: ${said().slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    folder,
    stop: () =>
      new Promise((resolve) => {
        server.on("exit", () => resolve());
        server.kill("SIGKILL");
      }),
  };
}

export interface Told {
  readonly status: string;
  /** `name type value`, in no order. */
  readonly answer: readonly string[];
}

/** Asks a server many questions, `name type`; those without a whole answer, as on a busy machine, once more. */
export function ask(
  server: { address: string; port: number },
  questions: readonly string[],
): Map<string, Told> {
  const found = asked(server, questions);
  const again = questions.filter((question) => ["open", undefined].includes(found.get(question)?.status));
  return again.length === 0 ? found : new Map([...found, ...asked(server, again)]);
}

function asked(
  { address, port }: { address: string; port: number },
  questions: readonly string[],
): Map<string, Told> {
  const list = join(mkdtempSync(join(tmpdir(), "causeway-dig-")), "questions");
  const shared = "+noall +comments +question +answer +authority +nocookie +tries=1 +time=5 +noedns";
  writeFileSync(list, questions.map((question) => `${question} ${shared}`).join("\n"));
  const run = spawnSync(program("dig") ?? "", [`@${address}`, "-p", String(port), "-r", "-f", list], {
    env: environment(),
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
  return read(run.stdout.toString());
}

function read(text: string): Map<string, Told> {
  const found = new Map<string, Told>();
  for (const part of text.split(";; Got answer:").slice(1)) {
    const rcode = /status: (\w+)/.exec(part)?.[1] ?? "NONE";
    const [, name = "", type = ""] = /^;(\S+)\s+IN\s+(\S+)$/m.exec(part) ?? [];
    const section = (title: string) =>
      (part.split(`;; ${title} SECTION:\n`)[1] ?? "")
        .split("\n\n")[0]
        ?.split("\n")
        .filter((line) => line !== "" && !line.startsWith(";")) ?? [];
    const answer = section("ANSWER").map(row);
    const authority = section("AUTHORITY").map(row);
    const ends = answer.some((line) => line.split(" ")[1] === type);
    const handedOn = authority.some((line) => line.split(" ")[1] === "NS");
    const status =
      rcode === "NXDOMAIN"
        ? "nxdomain"
        : rcode === "REFUSED"
          ? "refused"
          : rcode !== "NOERROR"
            ? rcode.toLowerCase()
            : ends
              ? "answered"
              : handedOn
                ? "outside"
                : authority.length > 0
                  ? "nodata"
                  : "open";
    found.set(`${name} ${type}`, { status, answer });
  }
  return found;
}

/** `name type value` without the time to live; names in lower case. */
function row(line: string): string {
  const [name = "", , , type = "", ...value] = line.split(/\s+/);
  return `${name} ${type} ${value.join(" ")}`.toLowerCase().replace(` ${type.toLowerCase()} `, ` ${type} `);
}
