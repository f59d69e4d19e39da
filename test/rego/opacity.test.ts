import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modulesIn } from "../../src/cli/policy-set.js";
import { askCompiler } from "../../src/rego/compiler.js";
import { shutdownCompiler } from "../../src/rego/index.js";
import { requestFor } from "../../src/rego/request.js";
import type { CompilerAnswer } from "../../src/rego/types.js";
import { NOT_OPAQUE } from "./not-opaque.js";
import { policy } from "./policies.js";

afterAll(shutdownCompiler);

const finding = (conditions: string, members = "") =>
  `findings contains {"key": "k", "message": m${members}} if {\n\t${conditions}\n}\n`;

const LISTING = `listing(items) := concat(" and ", items) if count(items) < 3

listing(items) := concat(", ", items) if count(items) > 2

`;
const OVERLAPPING = LISTING.replace("> 2", "> 1");
const REASON = `reason(card) := sprintf("%s (%s)", [card.label, card.is.status]) if is_string(card.is.status)

reason(card) := card.label if not is_string(card.is.status)

`;

const OPAQUE: Readonly<Record<string, string>> = {
  "does not look at ids and labels": finding('input.subject.is.name == "x"\n\tm := "m"'),
  "says a label": finding("m := input.subject.label"),
  "quotes a label by sprintf": finding('m := sprintf("%s is bad", [input.subject.label])'),
  "quotes a label in a template string": finding(
    'm := $"{input.subject.label} has {count(input.interfaces)} interfaces"',
  ),
  "joins labels in the order of the document": finding(
    'm := concat(", ", [card.label | some card in input.interfaces])',
  ),
  "shows ids as evidence and cause": finding(
    'm := "m"',
    ', "evidence": [card.id | some card in input.interfaces], "cause": input.subject.id',
  ),
  "shows ids and texts as evidence": finding(
    'm := "m"',
    ', "evidence": [input.subject.id, {"text": sprintf("on %s", [input.subject.label]), "node": input.subject.id}]',
  ),
  "counts nodes": finding('count(input.interfaces) > 2\n\tm := "m"'),
  "counts the distinct ids of nodes": finding(
    'count({card.id | some card in input.interfaces}) > 2\n\tm := "m"',
  ),
  "compares id with id": finding(
    "some card in input.interfaces\n\tcard.id != input.subject.id\n\tm := card.label",
  ),
  "asks whether an id is among ids": finding(
    "input.subject.id in [card.id | some card in input.interfaces]\n\tm := `m`",
  ),
  "asks whether there is a label": finding("input.subject.label != null\n\tm := `m`"),
  "asks for the kind of a value": finding("is_string(input.subject.label)\n\tm := `m`"),
  "takes the first of the document's list": finding("m := input.interfaces[0].label"),
  "takes some of the document's list": finding(
    'm := concat(", ", array.slice([card.label | some card in input.interfaces], 0, 3))',
  ),
  "adds what may be missing": `cause := {"cause": input.subject.id} if count(input.interfaces) > 0\n\ncause := {} if count(input.interfaces) == 0\n\nfindings contains object.union({"key": "k", "message": "m"}, cause)\n`,
  "has definitions of which one holds": `${LISTING}${finding("m := listing([card.label | some card in input.interfaces])")}`,
  "has a definition and its opposite": `${REASON}${finding("some card in input.interfaces\n\tm := reason(card)")}`,
  "has definitions for different constants": `name("a", label) := label\n\nname("b", label) := sprintf("b %s", [label])\n\n${finding('m := name("a", input.subject.label)')}`,
  "has branches of else": `name(card) := "none" if {\n\tcard.is.status == "x"\n} else := card.label\n\n${finding("some card in input.interfaces\n\tm := name(card)")}`,
  "subtracts ids from ids": finding(
    'count({card.id | some card in input.interfaces} - {input.subject.id}) > 0\n\tm := "m"',
  ),
  "gives its findings as a list":
    'findings := [{"key": card.is.status, "message": card.label} | some card in input.interfaces]\n',
};

const NOT: Readonly<Record<string, readonly [body: string, because: string]>> = {
  "looks into a label": [
    finding('startswith(input.subject.label, "x")\n\tm := "m"'),
    "ids or labels go into startswith",
  ],
  "writes a label otherwise": [finding("m := upper(input.subject.label)"), "ids or labels go into upper"],
  "takes a label apart": [finding('m := split(input.subject.label, "-")[0]'), "ids or labels go into split"],
  "counts the letters of a label": [
    finding('count(input.subject.label) > 3\n\tm := "m"'),
    "ids or labels go into count",
  ],
  "compares a label with a constant": [
    finding('input.subject.label == "x"\n\tm := "m"'),
    "an id or label is compared with something that is not one",
  ],
  "compares a label with a fact": [
    finding('input.subject.label == input.subject.is.name\n\tm := "m"'),
    "an id or label is compared with something that is not one",
  ],
  "looks for a label among constants": [
    finding('input.subject.label in {"a", "b"}\n\tm := "m"'),
    "an id or label is compared with something that is not one",
  ],
  "binds a label to a constant": [
    finding('some card in input.interfaces\n\t"x" = card.label\n\tm := "m"'),
    "an id or label is compared with something that is not one",
  ],
  "puts ids in order": [
    finding('input.subject.id < input.interfaces[0].id\n\tm := "m"'),
    "ids or labels go into lt",
  ],
  "sorts labels": [
    finding('m := concat(", ", sort([card.label | some card in input.interfaces]))'),
    "ids or labels go into sort",
  ],
  "joins a set of labels": [
    finding('m := concat(", ", {card.label | some card in input.interfaces})'),
    "concat over a set joins ids or labels in their own order",
  ],
  "shows a set of ids": [
    finding('m := "m"', ', "evidence": {card.id | some card in input.interfaces}'),
    "`evidence` of a finding shows the order of ids or labels",
  ],
  "shows a list that follows a set of ids": [
    `ids contains card.id if some card in input.interfaces\n\n${finding('m := "m"', ', "evidence": [id | some id in ids]')}`,
    "`evidence` of a finding shows the order of ids or labels",
  ],
  "takes the first of a list that follows a set": [
    `ids contains card.id if some card in input.interfaces\n\n${finding("list := [id | some id in ids]\n\tm := list[0]")}`,
    "a place in a list whose order follows ids or labels",
  ],
  "counts texts that quote labels": [
    finding('count({sprintf("%s", [card.label]) | some card in input.interfaces}) > 1\n\tm := "m"'),
    "ids or labels go into count",
  ],
  "counts labels among other texts": [
    finding(
      'count({object.get(card.is, "status", card.label) | some card in input.interfaces}) > 1\n\tm := "m"',
    ),
    "ids or labels go into count",
  ],
  "keys by ids": [
    finding("by := {card.id: card.label | some card in input.interfaces}\n\tm := by[input.subject.id]"),
    "ids or labels go into a key of an object comprehension",
  ],
  "looks up by a label": [
    finding('names := {"a": "b"}\n\tm := names[input.subject.label]'),
    "an id or label is used as a key",
  ],
  "defines by a computed name": [
    `by[card.id] := 1 if some card in input.interfaces\n\n${finding("count(by) > 1\n\tm := `m`")}`,
    "ids or labels go into a computed name",
  ],
  "separates by a label": [
    finding('m := concat(input.subject.label, ["a", input.subject.label])'),
    "an id or label is used as a format or separator",
  ],
  "pads a label": [
    finding('m := sprintf("%10s", [input.subject.label])'),
    "sprintf does more with an id or label than %s or %v",
  ],
  "marshals a node": [finding("m := json.marshal(input.interfaces)"), "ids or labels go into json.marshal"],
  "writes out a node": [
    finding('m := sprintf("%v", [input.interfaces])'),
    "sprintf writes out a whole value with ids or labels in it",
  ],
  walks: [finding("walk(input.interfaces, [_, m])"), "ids or labels go into walk"],
  "has definitions that may both hold": [
    `${OVERLAPPING}${finding("m := listing([card.label | some card in input.interfaces])")}`,
    "several definitions of one value, which must agree, give ids or labels",
  ],
  "has a value that goes over members": [
    `name := sprintf("%s!", [card.label]) if some card in input.interfaces\n\n${finding("m := name")}`,
    "a rule with one value goes over members and builds text from ids or labels",
  ],
  "holds control characters": [
    finding('m := "\\u007fid0\\u007f"'),
    "a text with control characters could be taken for a placeholder",
  ],
};

async function asked(bodies: Readonly<Record<string, string>>): Promise<CompilerAnswer> {
  const modules = Object.values(bodies).map((body, index) =>
    policy({ id: `own/p${index}`, reads: "[interfaces]", body }),
  );
  const answer = await askCompiler(requestFor("policies", modules));
  expect(answer.errors ?? []).toEqual([]);
  return answer;
}

describe("a policy is opaque, and judged once for all copies of a document, that", () => {
  let answer: CompilerAnswer;
  beforeAll(async () => {
    answer = await asked(OPAQUE);
  });

  it.each(Object.keys(OPAQUE).map((name, index) => [name, `own/p${index}`]))("%s", (_name, id) => {
    expect(answer.notOpaque?.[id]).toBeUndefined();
    expect(answer.policies?.find((meta) => meta.id === id)?.opaque).toBe(true);
  });
});

describe("a policy is not opaque that", () => {
  let answer: CompilerAnswer;
  beforeAll(async () => {
    answer = await asked(Object.fromEntries(Object.entries(NOT).map(([name, [body]]) => [name, body])));
  });

  it.each(Object.entries(NOT).map(([name, [, because]], index) => [name, `own/p${index}`, because] as const))(
    "%s",
    (_name, id, because) => {
      expect(answer.notOpaque?.[id]?.message).toBe(because);
      expect(answer.policies?.find((meta) => meta.id === id)?.opaque).toBe(false);
    },
  );
});

describe("the built-in policies", () => {
  it("are opaque but for a few that sort, look into or key by ids, each with its reason", async () => {
    const modules = modulesIn(join(import.meta.dirname, "../../policies"), "built-in");
    const { notOpaque = {}, policies = [], errors } = await askCompiler(requestFor("policies", modules));
    expect(errors ?? []).toEqual([]);
    const reasons = Object.values(notOpaque);
    expect(reasons.length).toBeLessThan(policies.length / 10);
    for (const { path, line } of reasons) {
      expect(path).toMatch(/^policies\//);
      expect(line).toBeGreaterThan(1);
    }
    expect(Object.fromEntries(Object.entries(notOpaque).map(([id, { message }]) => [id, message]))).toEqual(
      NOT_OPAQUE,
    );
  });
});
