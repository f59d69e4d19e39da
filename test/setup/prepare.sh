#!/usr/bin/env bash
# Sets up what the tests need besides Node, each pinned: moto in .venv, Chromium and nftables from Debian,
# the opa program built by Go. What cannot be had is named; its tests are then skipped by name.
set -uo pipefail
cd "$(dirname "$0")/../.."
missing=()

need() { # need NAME COMMAND: remembers what is still missing
  "${@:2}" >/dev/null 2>&1 || missing+=("$1")
}

debian() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"
} >/dev/null 2>&1

if ! command -v chromium >/dev/null || ! command -v nft >/dev/null; then
  debian chromium nftables iproute2 fonts-dejavu-core
fi
need chromium command -v chromium
need nftables command -v nft

if ! bash test/setup/moto.sh; then missing+=(moto); fi

OPA_VERSION=v1.22.0
if [ ! -x .tools/bin/opa ] && command -v go >/dev/null; then
  GOBIN="$PWD/.tools/bin" GOFLAGS=-trimpath go install "github.com/open-policy-agent/opa@$OPA_VERSION"
fi
need opa test -x .tools/bin/opa

if [ "${#missing[@]}" -gt 0 ]; then
  echo "not to be had here: ${missing[*]}; their tests are skipped by name"
fi
