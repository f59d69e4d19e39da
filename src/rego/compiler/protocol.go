package main

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/version"
)

var opaVersion = version.Version

type request struct {
	Mode         string     `json:"mode"` // policies, tests, coverage or lint
	Modules      []source   `json:"modules"`
	Vocabulary   vocabulary `json:"vocabulary"`
	Tests        []string   `json:"tests"`        // of coverage: the tests to run, by name
	Placeholders []string   `json:"placeholders"` // of lint: texts that the skeleton of a policy holds
}

type source struct {
	Path   string `json:"path"`
	Text   string `json:"text"`
	Role   string `json:"role"`   // policy, part (of a policy's folder), lib, test, or declaration: its parameters alone
	Policy string `json:"policy"` // area/name of the policy's folder
	Origin string `json:"origin"` // built-in or custom
}

// vocabulary is what the model knows: nothing of it is repeated here.
type vocabulary struct {
	Kinds      []string                   `json:"kinds"`
	Severities []string                   `json:"severities"`
	Relations  []relation                 `json:"relations"`
	Facts      map[string]json.RawMessage `json:"facts"`   // JSON Schema of `is`, by kind
	Derived    map[string]derivedFact     `json:"derived"` // by the name in `reads`
}

type relation struct {
	Name        string   `json:"name"`
	From        []string `json:"from"`
	To          []string `json:"to"`
	Cardinality string   `json:"cardinality"`
	Inverse     string   `json:"inverse"`
}

type derivedFact struct {
	Kinds  []string        `json:"kinds"`
	Schema json.RawMessage `json:"schema"`
}

type response struct {
	Opa         string             `json:"opa"`
	Wasm        []byte             `json:"wasm,omitempty"`
	Policies    []*policyMeta      `json:"policies,omitempty"`
	Entrypoints []entrypoint       `json:"entrypoints,omitempty"`
	NotOpaque   map[string]*reason `json:"notOpaque,omitempty"`
	Tests       []*testRule        `json:"tests,omitempty"`
	Params      map[string]any     `json:"params,omitempty"`
	Coverage    []*fileCoverage    `json:"coverage,omitempty"`
	Problems    []problem          `json:"problems,omitempty"`
	Errors      []diagnostic       `json:"errors,omitempty"`
	Crash       string             `json:"crash,omitempty"` // a promise of this program is broken
}

type entrypoint struct {
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Opaque   bool     `json:"opaque"`
	Policies []string `json:"policies"`
}

type diagnostic struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

type diagnostics []diagnostic

func (d *diagnostics) add(loc *ast.Location, code, message string) {
	entry := diagnostic{Code: code, Message: message}
	if loc != nil {
		entry.Path, entry.Line, entry.Column = loc.File, loc.Row, loc.Col
	}
	*d = append(*d, entry)
}

// addOpa takes over what OPA itself found, in its words.
func (d *diagnostics) addOpa(err error) {
	switch err := err.(type) {
	case ast.Errors:
		for _, one := range err {
			message := one.Message + hintFor(one)
			if one.Details != nil {
				for _, line := range one.Details.Lines() {
					message += "\n" + line
				}
			}
			d.add(one.Location, one.Code, message)
		}
	case *ast.Error:
		d.addOpa(ast.Errors{err})
	default:
		d.add(nil, "rego_compile_error", err.Error())
	}
}

// hintFor adds what OPA's words leave open to somebody new to Rego.
func hintFor(err *ast.Error) string {
	if err.Code == ast.UnsafeVarErr {
		return ": nothing gives it a value"
	}
	if strings.HasSuffix(err.Message, " is undeclared") {
		return ": a template string may stand where its variables are not known yet; give it a name in the body first"
	}
	if name, undefined := strings.CutPrefix(err.Message, "undefined function "); undefined {
		return suggest(name, sortedKeys(ast.BuiltinMap))
	}
	return ""
}

func (d diagnostics) sorted() []diagnostic {
	slices.SortStableFunc(d, func(a, b diagnostic) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), a.Line-b.Line, a.Column-b.Column, cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(d)
}
