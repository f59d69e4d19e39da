#!/usr/bin/env node
import { run } from "./run.js";

// The SDK would tell users of Node 20 about its own future at every start.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

process.exitCode = await run(process.argv);
