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

// What the host gives (src/evaluate/host-builtins.ts; a test holds the two lists together). They answer as OPA
// does, which a test compares by OPA itself.
var hosted = strings.Fields(`
base64url.encode_no_pad crypto.hmac.equal crypto.hmac.md5 crypto.hmac.sha1 crypto.hmac.sha256 crypto.hmac.sha512
crypto.md5 crypto.sha1 crypto.sha256 glob.quote_meta graph.reachable_paths hex.decode hex.encode indexof_n
io.jwt.decode json.patch net.cidr_contains_matches net.cidr_expand net.cidr_is_valid net.cidr_merge
numbers.range_step object.subset regex.find_n regex.replace regex.split regex.template_match semver.compare
semver.is_valid sprintf strings.any_prefix_match strings.any_suffix_match strings.count strings.split_n
time.add_date time.clock time.date time.diff time.format time.parse_duration_ns time.parse_ns
time.parse_rfc3339_ns time.weekday units.parse units.parse_bytes urlquery.decode urlquery.decode_object
urlquery.encode urlquery.encode_object uuid.parse yaml.is_valid yaml.unmarshal`)

// Why a built-in that always answers the same is refused all the same, where it is not just that the engine
// lacks it. The longest beginning counts.
var objections = map[string]string{
	"crypto.x509.":              "a certificate is judged by what the graph says of it",
	"crypto.parse_private_keys": "a private key has no business in a document",
	"io.jwt.verify_":            "whether a signature holds is no question of policy; io.jwt.decode reads a token",
	"io.jwt.encode_":            "a policy signs nothing",
	"providers.aws.sign_req":    "a policy sends nothing",
	"yaml.marshal":              "the text that it writes is not the same in every engine; json.marshal is",
	"json.match_schema":         "write the condition that matters instead",
	"json.verify_schema":        "write the condition that matters instead",
	"rego.metadata.":            "METADATA is not part of the compiled policy",
}

type builtinGate struct{ allowed []string }

func newBuiltinGate() *builtinGate { return &builtinGate{allowed: slices.Concat(native, hosted)} }

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
	if reason := objectionTo(name); reason != "" {
		return fmt.Sprintf("%s is refused: %s", name, reason)
	}
	if builtin.Nondeterministic || name == "trace" || name == "opa.runtime" {
		return fmt.Sprintf("%s is refused: its answer is not the same for the same input, and a policy must judge the document alone", name)
	}
	return fmt.Sprintf("%s is refused: the WebAssembly engine lacks it, so it would be undefined and the policy would pass unseen", name)
}

func objectionTo(name string) (reason string) {
	longest := 0
	for beginning, why := range objections {
		if strings.HasPrefix(name, beginning) && len(beginning) > longest {
			longest, reason = len(beginning), why
		}
	}
	return reason
}
