// Command compiler is Causeway's Rego toolchain: OPA's parser, checker and WASM back end behind one
// function that takes a request and gives an answer, both JSON. Built for GOOS=wasip1 as a reactor, so
// that the host keeps one warm instance and calls it again and again.
package main

import (
	"encoding/json"
	"fmt"
	"unsafe"
)

var inbox, outbox []byte

func main() {}

// reserve gives the host size bytes to write its request into. The byte behind them keeps the pointer
// valid for an empty request.
//
//go:wasmexport reserve
func reserve(size uint32) unsafe.Pointer {
	inbox = make([]byte, size+1)
	return unsafe.Pointer(&inbox[0])
}

// compile reads the request that lies in the reserved bytes and returns the length of the answer.
//
//go:wasmexport compile
func compile() uint32 {
	outbox = respond(inbox[:len(inbox)-1])
	inbox = nil
	return uint32(len(outbox))
}

// answer tells where the answer lies; it stays there until the next request.
//
//go:wasmexport answer
func answer() unsafe.Pointer { return unsafe.Pointer(&outbox[0]) }

func respond(text []byte) (out []byte) {
	defer func() {
		if trouble := recover(); trouble != nil {
			out = encode(&response{Opa: opaVersion, Crash: fmt.Sprint(trouble)})
		}
	}()
	var req request
	if err := json.Unmarshal(text, &req); err != nil {
		return encode(&response{Opa: opaVersion, Crash: "request: " + err.Error()})
	}
	return encode(handle(&req))
}

func encode(res *response) []byte {
	text, err := json.Marshal(res)
	if err != nil {
		panic(err)
	}
	return text
}

func handle(req *request) *response {
	modules := parse(req.Modules)
	if req.Mode == "lint" {
		return lint(modules, req)
	}
	if len(modules.errors) > 0 {
		return refuse(modules.errors)
	}
	switch req.Mode {
	case "tests":
		return compileTests(modules, req)
	case "coverage":
		return coverTests(modules, req)
	}
	return compilePolicies(modules, req)
}

// refuse answers with the diagnostics, sorted by place, without doubles.
func refuse(found diagnostics) *response {
	return &response{Opa: opaVersion, Errors: found.sorted()}
}
