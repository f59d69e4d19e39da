package main

import (
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// dataRef evaluates data.…: a rule, a parameter, or a whole package.
func (w *interpreter) dataRef(t *ast.Term, ref ast.Ref) *value {
	node := w.compiler.RuleTree.Child(ast.DefaultRootDocument.Value)
	for i, key := range ref[1:] {
		if _, constant := key.Value.(ast.String); !constant || node == nil {
			break
		}
		node = node.Child(key.Value)
		if node != nil && len(node.Values) > 0 {
			return w.rulesAt(node, ref[i+2:])
		}
		if node == nil {
			w.baseDocument(t, ref)
			return clean
		}
	}
	w.wholePackage(t, ref, node)
	return clean
}

func (w *interpreter) rulesAt(node *ast.TreeNode, rest ast.Ref) *value {
	rules := node.Values
	if len(node.Children) > 0 || len(rules[0].Head.Args) > 0 {
		for _, rule := range descendants(node) {
			w.lose(w.document([]*ast.Rule{rule}, nil), rule.Location, "a value under a computed name")
		}
		return w.along(clean, rest)
	}
	return w.along(w.document(rules, nil), rest)
}

func descendants(node *ast.TreeNode) (out []*ast.Rule) {
	node.DepthFirst(func(child *ast.TreeNode) bool {
		out = append(out, child.Values...)
		return false
	})
	return out
}

// baseDocument checks data.params.<area>.<name>.<parameter>: what is not declared is undefined, and an
// undefined condition is a silent pass.
func (w *interpreter) baseDocument(t *ast.Term, ref ast.Ref) {
	var at any = map[string]any{"params": w.params}
	path := []string{"data"}
	for _, key := range ref[1:] {
		members, isObject := at.(map[string]any)
		name, constant := key.Value.(ast.String)
		if !isObject || len(path) > 4 {
			return
		}
		if !constant {
			break
		}
		path = append(path, string(name))
		next, there := members[string(name)]
		if !there {
			w.complain(t.Location, "causeway_data", fmt.Sprintf("reads %s, which is neither a rule nor a declared parameter%s", strings.Join(path, "."), suggest(string(name), sortedKeys(members))))
			return
		}
		at = next
	}
	if len(path) < 4 {
		w.complain(t.Location, "causeway_data", fmt.Sprintf("reads %s as a whole; write data.params.<area>.<policy>.<parameter>", strings.Join(path, ".")))
	}
}

// wholePackage follows everything below a package that is used as one value.
func (w *interpreter) wholePackage(t *ast.Term, ref ast.Ref, node *ast.TreeNode) {
	if node == nil || len(node.Children) == 0 || len(ref) < 3 {
		w.complain(t.Location, "causeway_data", fmt.Sprintf("reads %v, whose rules cannot be told; name the rule", ref))
		return
	}
	w.expose(t.Location, "a package is used as a value")
	for _, rule := range descendants(node) {
		if len(rule.Head.Args) == 0 {
			w.document([]*ast.Rule{rule}, nil)
		}
	}
}
