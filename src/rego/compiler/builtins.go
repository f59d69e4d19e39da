package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// What OPA's WASM library implements itself (internal/compiler/wasm.builtinsFunctions of the pinned
// version). A test asks the built WASM for its imports and fails when this list says too much.
var native = strings.Fields(`
abs all and any array.concat array.flatten array.reverse array.slice assign base64.decode base64.encode
base64.is_valid base64url.decode base64url.encode bits.and bits.lsh bits.negate bits.or bits.rsh bits.xor
ceil concat contains count div endswith eq equal floor format_int glob.match graph.reachable gt gte indexof
internal.member_2 internal.member_3 internal.template_string intersection is_array is_boolean
is_null is_number is_object is_set is_string json.filter json.is_valid json.marshal json.remove
json.unmarshal lower lt lte max min minus mul neq net.cidr_contains net.cidr_intersects numbers.range
object.filter object.get object.keys object.remove object.union object.union_n or plus product
regex.find_all_string_submatch_n regex.is_valid regex.match rem replace round sort split startswith
strings.replace_n strings.reverse substring sum to_number trim trim_left trim_prefix trim_right trim_space
trim_suffix type_name union upper walk`)

// What the JavaScript side of opa-wasm gives and gives alike. Its regex.split takes JavaScript patterns
// and its yaml.marshal writes other text than OPA does, so tests by hand would disagree: both are refused.
// Its sprintf knows the verbs that messages need (%s, %d, %v).
var provided = []string{"sprintf", "yaml.is_valid", "yaml.unmarshal"}

type builtinGate struct{ allowed []string }

func newBuiltinGate(host []string) *builtinGate {
	return &builtinGate{allowed: slices.Concat(native, provided, host)}
}

// check names every call of the module that the WASM could not answer the same way every time. At run
// time such a call would be undefined, and an undefined condition is a silent pass.
func (g *builtinGate) check(module *ast.Module, found *diagnostics) {
	visit := func(operator *ast.Term) {
		ref, ok := operator.Value.(ast.Ref)
		if !ok || ref.HasPrefix(ast.DefaultRootRef) {
			return
		}
		if reason := g.objection(ref.String()); reason != "" {
			found.add(operator.Location, "causeway_builtin", reason)
		}
	}
	ast.NewGenericVisitor(func(node any) bool {
		switch node := node.(type) {
		case *ast.Expr:
			if terms, ok := node.Terms.([]*ast.Term); ok {
				visit(terms[0])
			}
		case ast.Call:
			visit(node[0])
		}
		return false
	}).Walk(module)
}

func (g *builtinGate) objection(name string) string {
	builtin, known := ast.BuiltinMap[name]
	if !known || slices.Contains(g.allowed, name) {
		return ""
	}
	if builtin.Nondeterministic || name == "trace" || name == "opa.runtime" {
		return fmt.Sprintf("%s is refused: its answer is not the same for the same input, and a policy must judge the document alone", name)
	}
	return fmt.Sprintf("%s is refused: the WebAssembly engine lacks it, so it would be undefined and the policy would pass unseen", name)
}
