package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// fileCoverage is what the tests evaluated of one file. Ranges are [first line, last line]; lines without a
// rule or an expression are in neither.
type fileCoverage struct {
	Path       string   `json:"path"`
	Covered    [][2]int `json:"covered"`
	NotCovered [][2]int `json:"notCovered"`
	// Distinct lines. OPA counts a line on which one expression ran and another did not on both sides.
	CoveredLines    int `json:"coveredLines"`
	NotCoveredLines int `json:"notCoveredLines"`
}

// coverTests runs the named tests in OPA's own evaluator, which can say what it evaluates: the WASM cannot.
// OPA's tracer and its report are what `opa test --coverage` uses, so both agree on every line.
func coverTests(modules *moduleSet, req *request) *response {
	modules.separateTests()
	// As in `opa test`, calls of print count as expressions; nothing is printed.
	checked, found := modules.checkWith(ast.NewCompiler().WithEnablePrintStatements(true), true)
	_, params := modules.metadata(&req.Vocabulary, &found)
	if len(found) > 0 {
		return refuse(found)
	}
	tracer := cover.New()
	wanted := func(name string) bool { return slices.Contains(req.Tests, name) }
	if err := modules.evaluateTests(checked, params, evaluation{wanted: wanted, tracer: tracer}); err != nil {
		found.addOpa(err)
		return refuse(found)
	}
	return &response{Opa: opaVersion, Coverage: modules.coverage(tracer)}
}

// evaluation is which tests to evaluate, by their full names, and who looks on.
type evaluation struct {
	wanted func(name string) bool
	tracer topdown.QueryTracer
}

// evaluateTests evaluates tests one by one. What a test gives does not matter here: the WASM has said so.
func (s *moduleSet) evaluateTests(checked *ast.Compiler, params map[string]any, how evaluation) error {
	ctx := context.Background()
	store := inmem.NewFromObject(map[string]any{"params": params})
	for _, file := range s.files {
		if file.Role != "test" {
			continue
		}
		for _, name := range testNames(file.ast) {
			if !how.wanted(packageName(file.ast) + "." + name) {
				continue
			}
			test := ast.NewTerm(file.ast.Package.Path.Append(ast.StringTerm(name)))
			query := rego.New(rego.ParsedQuery(ast.NewBody(ast.NewExpr(test))), rego.Compiler(checked), rego.Store(store), rego.QueryTracer(how.tracer))
			if _, err := query.Eval(ctx); err != nil && isOurs(err) {
				return err
			}
		}
	}
	return nil
}

// isOurs: not an error that the evaluation of the test itself ends with, such as two values that disagree.
func isOurs(err error) bool {
	_, theirs := err.(*topdown.Error)
	return !theirs
}

func testNames(module *ast.Module) (out []string) {
	for _, rule := range module.Rules {
		if name := ruleName(rule); isTest(name) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// coverage is the report of all files but tests, by path.
func (s *moduleSet) coverage(tracer *cover.Cover) []*fileCoverage {
	parsed := map[string]*ast.Module{}
	for _, file := range s.files {
		parsed[file.Path] = file.ast
	}
	report := tracer.Report(parsed)
	out := []*fileCoverage{}
	for _, file := range s.files {
		if one := report.Files[file.Path]; one != nil && file.Role != "test" {
			covered, missed := ranges(one.Covered), ranges(one.NotCovered)
			out = append(out, &fileCoverage{file.Path, covered, missed, one.CoveredLines, one.NotCoveredLines})
		}
	}
	return out
}

// ranges keeps the lines of ranges and drops those that lie within another.
func ranges(found []cover.Range) [][2]int {
	lines := make([][2]int, 0, len(found))
	for _, one := range found {
		lines = append(lines, [2]int{one.Start.Row, one.End.Row})
	}
	slices.SortFunc(lines, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], b[1]-a[1]) })
	out := [][2]int{}
	for _, line := range lines {
		if last := len(out) - 1; last < 0 || line[1] > out[last][1] {
			out = append(out, line)
		}
	}
	return out
}
