// `causeway collect` as a process of its own: prints its time from the start of the process, and its peak memory.
import { run } from "../../../dist/cli/run.js";

const silent = { out: () => {}, err: (text) => process.stderr.write(text), progress: () => {}, columns: 100 };
const code = await run(["node", "causeway", ...process.argv.slice(2)], { ...silent, colour: false });
const rss = process.resourceUsage().maxRSS * 1024;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ code, ms: performance.now(), cpu: (user + system) / 1000, rss }));
