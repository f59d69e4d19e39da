// Started inside a network namespace of its own (see verdicts.test.ts): loads each ruleset it is given,
// sends real packets through the kernel and says which arrived. Reads {rulesets, client, probes} as JSON.
import { spawn, spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { connect, createServer } from "node:net";
import { createInterface } from "node:readline";

const PORTS = [22, 25, 53, 80, 443, 1022, 5000, 8080];
const WAIT_MS = 400;

// Never the same source port twice: connection tracking would take it for a flow of an earlier ruleset.
let ports = 10_000;
const freshPort = () => ports++;

async function serve() {
  for (const port of PORTS) {
    await new Promise((done, fail) =>
      createServer((socket) => socket.on("error", () => {}).destroy())
        .on("error", fail)
        .listen({ port, host: "::" }, done),
    );
    for (const type of ["udp4", "udp6"]) {
      const socket = createSocket({ type, ipv6Only: type === "udp6" });
      // Without a bind to the address that was asked the answer of a dual-homed host may leave from another.
      socket.on("message", (data, from) => socket.send(data, from.port, from.address));
      await new Promise((done, fail) => socket.on("error", fail).bind(port, done));
    }
  }
}

function tcp({ from, to, port }) {
  return new Promise((done) => {
    const socket = connect({ host: to, port, localAddress: from, localPort: freshPort() });
    const end = (arrived) => {
      socket.destroy();
      done(arrived);
    };
    socket.on("connect", () => end(true)).on("error", () => end(false));
    setTimeout(() => end(false), WAIT_MS);
  });
}

function udp({ from, to, port }) {
  return new Promise((done) => {
    const socket = createSocket(to.includes(":") ? "udp6" : "udp4");
    const end = (arrived) => {
      clearTimeout(timer);
      socket.removeAllListeners().on("error", () => {});
      socket.close();
      done(arrived);
    };
    const timer = setTimeout(() => end(false), WAIT_MS);
    socket.on("message", () => end(true)).on("error", () => end(false));
    socket.bind({ address: from, port: freshPort() }, () => socket.send("x", port, to));
  });
}

const probeAll = (probes) =>
  Promise.all(probes.map((probe) => (probe.protocol === "tcp" ? tcp(probe) : udp(probe))));

async function client() {
  await serve();
  console.log("ready");
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await probeAll(JSON.parse(line))));
  }
  process.exit(0);
}

async function host() {
  await serve();
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  const { rulesets } = JSON.parse(text);
  const child = spawn("ip", ["netns", "exec", "client", process.execPath, process.argv[1], "client"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const results = [];
  for (const { ruleset, probes } of rulesets) {
    spawnSync("nft", ["flush", "ruleset"]);
    const load = spawnSync("nft", ["-f", "-"], { input: ruleset, encoding: "utf8" });
    if (load.status !== 0) throw new Error(`${load.stderr}\n${ruleset}`);
    const listing = spawnSync("nft", ["-j", "list", "ruleset"], { encoding: "utf8" }).stdout;
    const inward = probes.filter(({ outward }) => outward !== true);
    child.stdin.write(`${JSON.stringify(inward)}\n`);
    const arrived = JSON.parse((await lines.next()).value);
    const left = await probeAll(probes.filter(({ outward }) => outward === true));
    results.push({ listing, arrived, left });
  }
  child.kill();
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
}

await (process.argv[2] === "client" ? client() : host());
