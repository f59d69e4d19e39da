#!/usr/bin/env node
import { useBuilt } from "../model/validate.js";
import { builtChecks } from "./built-checks.js";
import { run } from "./run.js";

// The SDK would tell users of Node 20 about its own future at every start.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

useBuilt(builtChecks);
process.exitCode = await run(process.argv);
