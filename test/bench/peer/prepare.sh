#!/usr/bin/env bash
# Makes .tools/prowler: the peer that the bench runs beside Causeway, pinned, in a Python environment of its own.
set -euo pipefail
cd "$(dirname "$0")/../../.."
version=5.46.0
home=.tools/prowler
if [ ! -x "$home/bin/prowler" ] || [ "$("$home/bin/pip" show prowler 2>/dev/null | sed -n 's/^Version: //p')" != "$version" ]; then
  rm -rf "$home"
  python3 -m venv "$home"
  "$home/bin/pip" install --quiet --disable-pip-version-check "prowler==$version"
fi
