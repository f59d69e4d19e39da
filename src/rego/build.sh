#!/usr/bin/env bash
# Builds the Rego compiler: the Go module in compiler/ as a WASI reactor, brotli-compressed. The toolchain and
# the modules are pinned and no path or time enters the bytes, so anybody gets the same ones.
#   build.sh          writes compiler.wasm.br and compiler.wasm.sha256
#   build.sh --check  rebuilds elsewhere and compares with what is committed
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export GOTOOLCHAIN=go1.26.8 GOOS=wasip1 GOARCH=wasm GOFLAGS=-mod=readonly CGO_ENABLED=0
(cd compiler && go build -buildmode=c-shared -trimpath -buildvcs=false -ldflags="-s -w -buildid=" -o "$work/compiler.wasm" .)
sum=$(sha256sum <"$work/compiler.wasm" | cut -d' ' -f1)

if [ "${1:-}" = --check ]; then
  committed=$(node -e 'process.stdout.write(require("node:zlib").brotliDecompressSync(require("node:fs").readFileSync("compiler.wasm.br")))' | sha256sum | cut -d' ' -f1)
  [ "$sum" = "$committed" ] && [ "$sum" = "$(cat compiler.wasm.sha256)" ] && echo "compiler.wasm.br is what compiler/ builds ($sum)" && exit 0
  echo "compiler.wasm.br holds $committed, compiler/ builds $sum; next: bash src/rego/build.sh and commit" >&2
  exit 1
fi

node -e '
const { brotliCompressSync, constants } = require("node:zlib");
const { readFileSync, writeFileSync } = require("node:fs");
const wasm = readFileSync(process.argv[1]);
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length };
writeFileSync("compiler.wasm.br", brotliCompressSync(wasm, { params }));
' "$work/compiler.wasm"
echo "$sum" >compiler.wasm.sha256
ls -l compiler.wasm.br
