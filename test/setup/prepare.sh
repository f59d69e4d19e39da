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

# BIND is unpacked, not installed: installing it starts a server. Its version is Debian's of the day.
if ! command -v named >/dev/null && [ ! -x .tools/bind/usr/sbin/named ] && command -v dpkg >/dev/null; then
  mkdir -p .tools/bind/archives/partial
  fetched() {
    apt-get -y -qq --no-install-recommends --download-only -o "Dir::Cache::archives=$PWD/.tools/bind/archives" \
      install bind9 bind9-dnsutils >/dev/null 2>&1
  }
  # Where nothing was installed above the lists of packages may be missing.
  fetched || { apt-get update -qq >/dev/null 2>&1 && fetched; }
  for archive in .tools/bind/archives/*.deb; do dpkg -x "$archive" .tools/bind; done >/dev/null 2>&1
fi
need bind test -x .tools/bind/usr/sbin/named -o -x /usr/sbin/named

if [ "${#missing[@]}" -gt 0 ]; then
  echo "not to be had here: ${missing[*]}; their tests are skipped by name"
fi
