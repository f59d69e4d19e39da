package main

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

//go:embed host.rego
var hostRego string

const hostPath = "causeway/host.rego"

// wrapped are the built-ins of the host that host.rego stands in front of, with the name it has there.
var wrapped = wrappers()

func wrappers() map[string]string {
	out := map[string]string{"concat": "concat_", "format_int": "format_int_", "sprintf": "sprintf_"}
	for name := range ast.BuiltinMap {
		function := strings.ReplaceAll(name, ".", "_")
		if strings.Contains(name, ".") && regexp.MustCompile(`(?m)^`+function+`\(`).MatchString(hostRego) {
			out[name] = function
		}
	}
	return out
}

// rewriteCalls sends calls through host.rego, and writes sprintf as a template string where that says the
// same. mine are the words that mean something of the module's own.
func rewriteCalls(module *ast.Module, mine map[ast.Var]bool) {
	eachCall(module, mine, func(terms []*ast.Term) bool {
		name := terms[0].Value.String()
		if name == "sprintf" {
			if parts := templateOf(terms); parts != nil {
				terms[0] = ast.NewTerm(ast.InternalTemplateString.Ref()).SetLocation(terms[0].Location)
				terms[1] = ast.ArrayTerm(parts...).SetLocation(terms[2].Location)
				return true
			}
		}
		if function, known := wrapped[name]; known {
			ref := ast.MustParseRef("data.causeway.host." + function)
			terms[0] = ast.NewTerm(ref).SetLocation(terms[0].Location)
		}
		return false
	})
}

// ownWords are the words that a module gives a meaning of its own: imports, and rules of its package.
func (s *moduleSet) ownWords(file *moduleFile) map[ast.Var]bool {
	out := map[ast.Var]bool{}
	for _, one := range file.ast.Imports {
		out[one.Name()] = true
	}
	for _, other := range s.files {
		if !other.ast.Package.Equal(file.ast.Package) {
			continue
		}
		for _, rule := range other.ast.Rules {
			out[ast.Var(ruleName(rule))] = true
		}
	}
	return out
}

// eachCall visits every call of a built-in of a parsed module. Where the visitor has put a one-argument call
// in place of a two-argument one (it returns true), the third term is dropped.
func eachCall(module *ast.Module, mine map[ast.Var]bool, visit func(terms []*ast.Term) bool) {
	calls := func(terms []*ast.Term) bool {
		ref, isRef := terms[0].Value.(ast.Ref)
		if !isRef {
			return false
		}
		first, isVar := ref[0].Value.(ast.Var)
		return isVar && !mine[first] && visit(terms)
	}
	shorten := func(terms []*ast.Term) []*ast.Term { return append(terms[:2], terms[3:]...) }
	ast.NewGenericVisitor(func(node any) bool {
		switch node := node.(type) {
		case *ast.Expr:
			if terms, ok := node.Terms.([]*ast.Term); ok && calls(terms) {
				node.Terms = shorten(terms)
			}
		case *ast.Term:
			if call, ok := node.Value.(ast.Call); ok && calls(call) {
				node.Value = ast.Call(shorten(call))
			}
		}
		return false
	}).Walk(module)
}
