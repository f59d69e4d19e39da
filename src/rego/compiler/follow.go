package main

import (
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// checkReads follows every reference to the document, in the policy and in the library rules that it
// reaches, and holds it to what the policy declares. A member that is not declared is not in the document:
// it would be undefined, and the policy would pass unseen.
func checkReads(compiler *ast.Compiler, file *moduleFile, document *doc, found *diagnostics) {
	module := compiler.Modules[file.Path]
	if module == nil {
		return
	}
	seen := map[*ast.Rule]bool{}
	var visit func(rule *ast.Rule)
	visit = func(rule *ast.Rule) {
		if seen[rule] {
			return
		}
		seen[rule] = true
		ast.WalkRefs(rule, func(ref ast.Ref) bool {
			if ref.HasPrefix(ast.InputRootRef) {
				if problem := follow(ref, document); problem != "" {
					found.add(placeOf(ref, rule, file), "causeway_reads", problem)
				}
			}
			return false
		})
		for dependency := range compiler.Graph.Dependencies(rule) {
			if next, ok := dependency.(*ast.Rule); ok {
				visit(next)
			}
		}
	}
	for _, rule := range module.Rules {
		visit(rule)
	}
}

// placeOf is where the reference stands, if that is in the policy's own file; the package line otherwise.
func placeOf(ref ast.Ref, rule *ast.Rule, file *moduleFile) *ast.Location {
	for _, loc := range []*ast.Location{ref[0].Location, rule.Location} {
		if loc != nil && loc.File == file.Path {
			return loc
		}
	}
	return file.ast.Package.Location
}

func follow(ref ast.Ref, document *doc) string {
	at := document
	for _, term := range ref[1:] {
		if at == nil {
			return ""
		}
		word, constant := term.Value.(ast.String)
		if at.strict {
			if !constant {
				return fmt.Sprintf("%s[…] with a key that is worked out: name the member, e.g. %s.%s", at.name, at.name, example(at))
			}
			next, known := at.props[string(word)]
			if !known {
				return undeclared(at, string(word))
			}
			at = next
			continue
		}
		switch {
		case at.props != nil && constant:
			next, known := at.props[string(word)]
			if !known && at.rest == nil {
				return undeclared(at, string(word))
			}
			if !known {
				next = at.rest
			}
			at = next
		case at.items != nil:
			at = at.items
		default:
			at = nil
		}
	}
	if at != nil && at.strict {
		return fmt.Sprintf("%s is passed on as a whole: name what you read of it, e.g. %s.%s", at.name, at.name, example(at))
	}
	return ""
}

func undeclared(at *doc, word string) string {
	switch {
	case at.name == "input":
		return fmt.Sprintf("the policy reads input.%s, but its METADATA reads does not name it", word)
	case at.name == "input.subject" && (word == "tags" || word == "native"):
		return fmt.Sprintf("the policy reads input.subject.%s, but its METADATA reads does not name %s", word, word)
	}
	return fmt.Sprintf("%s has no member %s%s; there are %s", at.name, word, suggest(word, sortedKeys(at.props)), strings.Join(sortedKeys(at.props), ", "))
}

func example(at *doc) string {
	if at.name == "input.subject" {
		return "label"
	}
	return "subject.label"
}
