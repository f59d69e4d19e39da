#!/usr/bin/env bash
# npm run new -- policy network/no_telnet: the skeleton of one more policy, with a failing test.
set -euo pipefail
cd "$(dirname "$0")/../.."
case "${1:-}" in
  policy) node dist/bundle/main.js policies new "${2:?the id, as area/name}" --folder policies ;;
  *) echo "usage: npm run new -- policy area/name" >&2; exit 2 ;;
esac
