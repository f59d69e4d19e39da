// The local AWS in a process of its own, so that it takes no time from what is measured. Bundled by `bench.mjs`.
import { startModelServer } from "../../setup/model-server/server.ts";

const { keys = {}, ...options } = JSON.parse(process.argv[2]);
const server = await startModelServer({ ...options, keys });

function stats() {
  const calls = server.calls();
  return {
    questions: calls.length,
    answered: server.answered(),
    twice: calls.filter(({ answered }) => answered > 1).length,
    accounts: new Set(calls.map(({ account }) => account)).size,
    regions: new Set(calls.map(({ region }) => region)).size,
    complaints: server.complaints(),
  };
}

process.on("message", ({ wanted, about }) => {
  if (wanted === "restart") server.restart([]);
  process.send({ about, stats: stats() });
});
process.send({ about: "start", endpoint: server.endpoint });
