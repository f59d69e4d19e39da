package main

import (
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// testRule is one test_ or todo_test_ rule and where it runs.
type testRule struct {
	Name        string `json:"name"` // with its package
	File        string `json:"file"`
	Line        int    `json:"line"`
	Entrypoint  string `json:"entrypoint"`
	Skipped     bool   `json:"skipped"`               // a todo_test_
	Unsupported string `json:"unsupported,omitempty"` // why it cannot run in WASM
}

func compileTests(modules *moduleSet, req *request) *response {
	modules.separateTests()
	checked, found := modules.check(true)
	_, params := modules.metadata(&req.Vocabulary, &found)
	for _, file := range modules.files {
		found = append(found, checkFormats(file.ast, modules.ownWords(file))...)
	}
	if len(found) > 0 {
		return refuse(found)
	}
	gate := newBuiltinGate()
	for _, file := range modules.files {
		if file.Role != "test" {
			gate.check(checked.Modules[file.Path], &found)
		}
	}
	if len(found) > 0 {
		return refuse(found)
	}
	res := &response{Opa: opaVersion, Params: params}
	for _, file := range modules.files {
		if file.Role == "test" {
			res.Tests = append(res.Tests, testsOf(file, checked.Modules[file.Path], gate)...)
		}
	}
	var err error
	res.Wasm, err = modules.buildTests(res.Tests)
	if err != nil {
		found.addOpa(err)
		return refuse(found)
	}
	return res
}

// testsOf finds the tests of a file. One that calls a built-in that the engine lacks is named as such.
func testsOf(file *moduleFile, checked *ast.Module, gate *builtinGate) (out []*testRule) {
	seen := map[string]*testRule{}
	for _, rule := range checked.Rules {
		name := ruleName(rule)
		todo := strings.HasPrefix(name, "todo_test_")
		if !todo && !isTest(name) {
			continue
		}
		test := seen[name]
		if test == nil {
			full := packageName(file.ast) + "." + name
			test = &testRule{Name: full, File: file.Path, Line: rule.Location.Row, Skipped: todo}
			test.Entrypoint = strings.ReplaceAll(full, ".", "/")
			seen[name] = test
			out = append(out, test)
		}
		if len(rule.Head.Ref().GroundPrefix()) < len(rule.Head.Ref()) || len(rule.Head.Ref()) > 1 {
			test.Unsupported = "cases by name (test_x[case]) cannot be told when they are undefined; write `every` over the cases, or a test for each"
		}
		var lacking diagnostics
		gate.check(&ast.Module{Package: checked.Package, Rules: []*ast.Rule{rule}}, &lacking)
		if len(lacking) > 0 {
			test.Unsupported = lacking[0].Message
		}
	}
	return out
}

// separateTests gives tests of one name their own names, as `opa test` does: each must hold by itself.
func (s *moduleSet) separateTests() {
	seen := map[string]int{}
	for _, file := range s.files {
		for _, rule := range file.ast.Rules {
			name := ruleName(rule)
			if !isTest(name) || file.Role != "test" {
				continue
			}
			key := packageName(file.ast) + "." + name
			if number := seen[key]; number > 0 {
				ref := rule.Head.Ref().Copy()
				ref[0] = ast.VarTerm(fmt.Sprintf("%s#%02d", name, number)).SetLocation(ref[0].Location)
				rule.Head.SetRef(ref)
			}
			seen[key]++
		}
	}
}

func isTest(name string) bool { return strings.HasPrefix(name, "test_") }

func ruleName(rule *ast.Rule) string {
	switch first := rule.Head.Ref()[0].Value.(type) {
	case ast.Var:
		return string(first)
	case ast.String:
		return string(first)
	}
	return ""
}

// buildTests builds one WASM for all tests. Where OPA cannot plan them together, each is tried alone and
// those that fail are marked, never left out in silence.
func (s *moduleSet) buildTests(tests []*testRule) ([]byte, error) {
	runnable := func() (names []string) {
		for _, test := range tests {
			if !test.Skipped && test.Unsupported == "" {
				names = append(names, test.Entrypoint)
			}
		}
		return names
	}
	names := runnable()
	if len(names) == 0 {
		return nil, nil
	}
	wasm, err := s.build(names, nil, true)
	if err == nil {
		return wasm, nil
	}
	for _, test := range tests {
		if test.Skipped || test.Unsupported != "" {
			continue
		}
		if _, alone := s.build([]string{test.Entrypoint}, nil, true); alone != nil {
			test.Unsupported = alone.Error()
		}
	}
	if names = runnable(); len(names) == 0 {
		return nil, nil
	}
	return s.build(names, nil, true)
}
