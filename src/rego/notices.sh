#!/usr/bin/env bash
# Writes compiler/NOTICES.md: name, version, licence and notice texts of every Go module in the compiler's artifact.
set -euo pipefail
cd "$(dirname "$0")/compiler"
export GOTOOLCHAIN=go1.26.8 GOOS=wasip1 GOARCH=wasm GOFLAGS=-mod=readonly

texts() { # texts DIR: the licence and notice files of a module
  find "$1" -maxdepth 1 -type f \( -iname 'LICEN[CS]E*' -o -iname 'NOTICE*' -o -iname 'COPYING*' \) | LC_ALL=C sort
}

{
  echo "# Notices of the Rego compiler's artifact"
  echo
  echo "\`src/rego/compiler.wasm.br\` contains these Go modules. Written by \`src/rego/notices.sh\`."
  go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' . | LC_ALL=C sort -u |
    while read -r path version dir; do
      [ -n "$path" ] || continue
      printf '\n## %s %s\n' "$path" "$version"
      texts "$dir" | while read -r file; do printf '\n```text\n'; sed -e 's/\r$//' -e 's/[[:space:]]*$//' "$file"; printf '```\n'; done
    done
  printf '\n## The Go standard library and runtime, go1.26.8\n\n```text\n'
  cat "$(go env GOROOT)/LICENSE"
  printf '```\n'
} >NOTICES.md
