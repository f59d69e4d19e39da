package main

import (
	"errors"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// testRule is one test, and the entry point that answers it.
type testRule struct {
	Name       string `json:"name"`
	File       string `json:"file"`
	Line       int    `json:"line"`
	Entrypoint string `json:"entrypoint"`
	Skipped    bool   `json:"skipped"`
}

// compileTests builds one WASM module in which every test rule is an entry point.
func compileTests(modules *moduleSet, req *request) *response {
	_, found := modules.check(true)
	if len(found) > 0 {
		return refuse(found)
	}
	gate := newBuiltinGate(req.HostBuiltins)
	var metas []*policyMeta
	for _, file := range modules.files {
		gate.check(file.ast, &found)
		if file.Role == "policy" {
			if meta := readMeta(file, &req.Vocabulary, &found); meta != nil {
				metas = append(metas, meta)
			}
		}
	}
	if len(found) > 0 {
		return refuse(found)
	}
	tests, names := modules.testRules()
	wasm, err := modules.buildWith(names, nil, true)
	if err != nil {
		var opa ast.Errors
		if errors.As(err, &opa) {
			found.addOpa(opa)
			return refuse(found)
		}
		return &response{Opa: opaVersion, Crash: err.Error()}
	}
	return &response{Opa: opaVersion, Wasm: wasm, Tests: tests, Params: paramsOf(metas)}
}

func (s *moduleSet) testRules() ([]*testRule, []string) {
	tests := []*testRule{}
	var names []string
	seen := map[string]bool{}
	for _, file := range s.files {
		if file.Role != "test" {
			continue
		}
		for _, rule := range file.ast.Rules {
			name := rule.Head.Name.String()
			todo := strings.HasPrefix(name, "todo_test_")
			full := packageName(file.ast) + "." + name
			if (!todo && !strings.HasPrefix(name, "test_")) || seen[full] {
				continue
			}
			seen[full] = true
			entry := strings.ReplaceAll(full, ".", "/")
			tests = append(tests, &testRule{Name: full, File: file.Path, Line: rule.Location.Row, Entrypoint: entry, Skipped: todo})
			if !todo {
				names = append(names, entry)
			}
		}
	}
	return tests, names
}
