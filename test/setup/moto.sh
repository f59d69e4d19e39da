#!/usr/bin/env bash
# Makes .venv with the AWS API emulator that the tests collect from. Quick when it is there already.
# On failure the last line of standard error says why.
set -euo pipefail
cd "$(dirname "$0")/../.."
requirements=test/setup/requirements.txt
stamp=.venv/.requirements

current() { [ -x .venv/bin/moto_server ] && cmp -s "$requirements" "$stamp"; }

current && exit 0
command -v python3 >/dev/null || { echo "python3 is not on the path" >&2; exit 3; }

# Test files start in several processes at once: one makes it, the others wait.
lock=.venv.lock
for _ in $(seq 1 600); do
  if mkdir "$lock" 2>/dev/null; then
    trap 'rmdir "$lock"' EXIT
    break
  fi
  sleep 0.5
  current && exit 0
done
[ -d "$lock" ] || { echo "could not lock $lock" >&2; exit 3; }
current && exit 0

python3 -m venv --clear .venv >&2 || { echo "python3 has no venv module" >&2; exit 3; }
.venv/bin/pip install --quiet --no-deps --disable-pip-version-check -r "$requirements" >&2 || {
  echo "pip could not install $requirements" >&2
  exit 3
}
cp "$requirements" "$stamp"
