#!/usr/bin/env bash
# Writes the committed reports of the sample estate; with --check only compares them.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
config=test/estates/sample/causeway.yaml
export CAUSEWAY_TODAY=2026-01-31 NO_COLOR=1
node dist/bundle/main.js --config "$config" collect --output "$work/estate.duckdb" >/dev/null
node dist/bundle/main.js --config "$config" scan --snapshot "$work/estate.duckdb" --out "$work/out" --fail-on none >/dev/null
(cd "$work" && node "$OLDPWD/dist/bundle/main.js" report --format text --output out/report.txt)
if [ "${1:-}" = --check ]; then
  for name in report.json report.sarif report.txt; do
    cmp "$work/out/$name" "reports/samples/$name" || { echo "stale: reports/samples/$name; next: npm run docs"; exit 1; }
  done
else
  mkdir -p reports/samples
  cp "$work/out/report.json" "$work/out/report.sarif" "$work/out/report.txt" "$work/out/report.html" reports/samples/
fi
