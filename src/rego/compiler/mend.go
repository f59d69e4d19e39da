package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// OPA's checker ends at the first of its stages that finds something, and a file that does not parse hides
// all the others. To tell everything at once, what is wrong is put out of the way and the rest is checked
// again: a rule that is refused stays as a name that may hold anything.

// More rounds than OPA's checker has stages.
const mostRounds = 40

// mend checks all that can be checked. It gives the last compiler, nil where nothing compiles, and the files
// that lean on what was put out of the way.
func (s *moduleSet) mend(found *diagnostics) (*ast.Compiler, map[string]bool) {
	modules := map[string]*ast.Module{}
	for _, file := range s.files {
		modules[file.Path] = file.ast.Copy()
	}
	gone, silenced := map[string]bool{}, map[*ast.Rule]int{}
	var packages []string // that are not there for those that lean on them
	for _, src := range s.unread {
		gone[src.Path] = true
		packages = append(packages, packageIn(src.Text))
	}
	for round := 1; round <= mostRounds; round++ {
		compiler := ast.NewCompiler().SetErrorLimit(1000).WithEnablePrintStatements(false)
		compiler.Compile(modules)
		if !compiler.Failed() {
			return compiler, s.leaning(gone)
		}
		var told diagnostics
		told.addOpa(compiler.Errors)
		s.locate(modules, told)
		for _, one := range told {
			if !follows(one, packages) {
				*found = append(*found, one)
			}
			module := modules[one.Path]
			if module == nil {
				continue
			}
			gone[one.Path] = true
			if rule := ruleAt(module, one); rule != nil && (silenced[rule] == 0 || silenced[rule] == round) {
				silenced[rule] = round
				silence(rule)
				continue
			}
			delete(modules, one.Path)
			packages = append(packages, packageName(module))
		}
	}
	return nil, nil
}

// follows: the error is there only because a package that it leans on cannot be read.
func follows(one diagnostic, packages []string) bool {
	return slices.ContainsFunc(packages, func(name string) bool {
		return name != "" && strings.Contains(one.Message, "data."+name+".")
	})
}

var packageLine = regexp.MustCompile(`(?m)^package\s+([\w.]+)`)

func packageIn(text string) string {
	if match := packageLine.FindStringSubmatch(text); match != nil {
		return match[1]
	}
	return ""
}

// ruleAt is the rule in which the diagnostic lies.
func ruleAt(module *ast.Module, one diagnostic) (found *ast.Rule) {
	if module == nil {
		return nil
	}
	for _, rule := range module.Rules {
		at := rule.Location
		if at.Row < one.Line || at.Row == one.Line && at.Col <= one.Column {
			found = rule
		}
	}
	return found
}

// silence makes a rule hold always, with a value that may be anything.
func silence(rule *ast.Rule) {
	anything := ast.CallTerm(ast.NewTerm(ast.JSONUnmarshal.Ref()), ast.StringTerm("null")).SetLocation(rule.Location)
	rule.Body = ast.NewBody(ast.NewExpr(ast.BooleanTerm(true)))
	rule.Else = nil
	for i := range rule.Head.Args {
		rule.Head.Args[i] = ast.NewTerm(ast.Wildcard.Value)
	}
	if rule.Head.Key != nil {
		rule.Head.Key = anything
	}
	if rule.Head.Value != nil && !rule.Default {
		rule.Head.Value = anything
	}
	ref := rule.Head.Ref()
	for i, key := range ref {
		if _, variable := key.Value.(ast.Var); i > 0 && variable {
			ref[i] = ast.StringTerm("anything")
		}
	}
	rule.Head.SetRef(ref)
}

// leaning adds to the files those that name their packages, and those that name theirs.
func (s *moduleSet) leaning(gone map[string]bool) map[string]bool {
	texts := map[string]string{}
	for _, src := range s.unread {
		texts[src.Path] = src.Text
	}
	for _, file := range s.files {
		texts[file.Path] = file.Text
	}
	out := maps.Clone(gone)
	for grown := true; grown; {
		grown = false
		for path, text := range texts {
			if out[path] {
				continue
			}
			for other := range out {
				name := packageIn(texts[other])
				if name != "" && (strings.Contains(text, "data."+name) || packageIn(text) == name) {
					out[path], grown = true, true
					break
				}
			}
		}
	}
	return out
}
