import fc from "fast-check";

interface Drawn {
  readonly conditions: readonly string[];
  readonly key: string;
  readonly message: string;
  readonly evidence: string | undefined;
  readonly shape: string;
}

function findings({ conditions, key, message, evidence, shape }: Drawn): string {
  const body = ["some i, one in input.interfaces", "some other in input.interfaces", ...conditions].join(
    "\n\t",
  );
  const made = `{"key": ${key}, "message": ${message}${evidence === undefined ? "" : `, "evidence": ${evidence}`}}`;
  if (shape === "set") return `findings contains ${made} if {\n\t${body}\n}\n`;
  const all = `{${made} |\n\t${body}\n}`;
  if (shape === "list") return `findings := [${made} |\n\t${body}\n]\n`;
  return `findings := set() if {\n\tcount(input.interfaces) == 1\n} else := ${all}\n`;
}

/** Words that the expressions use: with one definition, several, branches, and a set. */
const WORDS = `
ids contains card.id if some card in input.interfaces

guests contains peer.filter if {
	some rule in input.rules
	some peer in rule.is.peers
}

labels contains card.label if some card in input.interfaces

texts contains concat("", [card.label, card.id]) if some card in input.interfaces

told(card) := sprintf("%s!", [card.label]) if card.is.status == "in-use"

told(card) := card.label if card.is.status != "in-use"

named(card) := "self" if {
	card.id == input.subject.id
} else := card.label

listing(items) := concat(" and ", items) if count(items) < 3

listing(items) := sprintf("%d of them", [count(items)]) if count(items) > 2

first(items) := items[0] if count(items) > 0

first(items) := "none" if count(items) == 0

both(card) := concat("", [card.id, card.label]) if card.is.status in {"in-use", "x"}

both(card) := concat("", [card.label, card.id]) if card.is.status in {"available", "x"}

`;

const IDENTITIES = [
  "input.subject.id",
  "input.subject.label",
  "one.id",
  "one.label",
  "other.id",
  "other.label",
  'input["subject"]["label"]',
  "input.interfaces[0].label",
  "input.exposure.ingress[0].rules[0].id",
  "input.rules[0].is.peers[0].filter",
];
const PLAIN = ['"x"', '"in-use"', "one.is.status", "input.subject.is.name", "input.subject.type", '"sg-1"'];

const word = (...values: readonly string[]) => fc.constantFrom(...values);
const identity = word(...IDENTITIES);
const plain = word(...PLAIN);
const set = word("texts", "labels", "ids", "guests");

type Expressions = readonly fc.Arbitrary<string>[];

/** Mostly one of the first, which only quote, count and compare ids; `tame` times as often as one of the others. */
function choice(tame: number, first: Expressions, others: Expressions): fc.Arbitrary<string> {
  return fc.oneof(
    ...first.map((arbitrary) => ({ weight: tame, arbitrary })),
    ...others.map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}

/** An expression whose value is a text. */
function text(depth: number, tame: number): fc.Arbitrary<string> {
  if (depth === 0) return fc.oneof(identity, identity, plain);
  const inner = text(depth - 1, tame);
  const items = list(depth - 1, tame);
  const pair = fc.tuple(inner, inner);
  const quoting = [
    identity,
    plain,
    pair.map(([a, b]) => `sprintf("%s on %v", [${a}, ${b}])`),
    pair.map(([a, b]) => `concat("/", [${a}, ${b}])`),
    inner.map((a) => `$"<{${a}}>"`),
    items.map((a) => `concat(", ", ${a})`),
    items.map((a) => `listing(${a})`),
    items.map((a) => `first(${a})`),
    items.map((a) => `format_int(count(${a}), 10)`),
    word("told(one)", "named(other)", "told(other)", "named(one)"),
  ];
  const looking = [
    word("both(one)", "both(other)"),
    set.map((a) => `format_int(count(${a}), 10)`),
    set.map((a) => `concat(",", ${a})`),
    inner.map((a) => `sprintf("%5s", [${a}])`),
    pair.map(([a, b]) => `object.get(one.is, "description", concat("", [${a}, ${b}]))`),
    fc.tuple(word("lower", "upper", "json.marshal", "crypto.md5"), inner).map(([f, a]) => `${f}(${a})`),
  ];
  return choice(tame, quoting, looking);
}

/** An expression whose value is a list of texts. */
function list(depth: number, tame: number): fc.Arbitrary<string> {
  const member = word("card.id", "card.label", "card.is.status", "told(card)");
  const when = word(
    "card.id != one.id",
    "card.label in labels",
    "card.label == other.label",
    'card.is.status == "x"',
  );
  const simple = [
    member.map((of) => `[${of} | some card in input.interfaces]`),
    fc.tuple(member, when).map(([of, condition]) => `[${of} | some card in input.interfaces; ${condition}]`),
    word(
      "[rule.id | some rule in input.exposure.ingress[_].rules]",
      "[peer.filter | some rule in input.rules; some peer in rule.is.peers]",
    ),
  ];
  const looking = [
    word("[id | some id in ids]", "[text | some text in texts]"),
    member.map((of) => `[item | some item in {${of} | some card in input.interfaces}]`),
  ];
  if (depth === 0) return choice(tame, simple, looking);
  const inner = list(depth - 1, tame);
  const made = [
    fc.tuple(text(depth - 1, tame), text(depth - 1, tame)).map(([a, b]) => `[${a}, ${b}]`),
    fc.tuple(inner, inner).map(([a, b]) => `array.concat(${a}, ${b})`),
    inner.map((a) => `array.slice(${a}, 0, 2)`),
    inner.map((a) => `[item | some item in ${a}]`),
  ];
  const ordering = [inner.map((a) => `sort(${a})`), inner.map((a) => `array.reverse(${a})`)];
  return choice(tame, [...simple, ...made], [...looking, ...ordering]);
}

/** A condition over the interfaces `one` and `other`. */
function condition(tame: number): fc.Arbitrary<string> {
  const value = text(1, tame);
  const sets = ["labels", "ids", "ids & labels", "ids - {one.id}", "ids | labels", "guests & ids"];
  const comparing = [
    fc.tuple(identity, word("==", "!="), identity).map((parts) => parts.join(" ")),
    fc
      .tuple(identity, word("ids", "labels", "guests", "[one.label]", "{other.id}"))
      .map(([a, b]) => `${a} in ${b}`),
    word(
      'one.is.status == "in-use"',
      "i == 0",
      "i > 0",
      "one.is.status != null",
      "not input.subject.is.isDefault",
    ),
    list(1, tame).map((items) => `count(${items}) > 1`),
    word(...sets).map((a) => `count(${a}) > 1`),
    value.map((a) => `is_string(${a})`),
    word(
      "every card in input.interfaces { card.id != input.subject.id }",
      "every card in input.interfaces { card.label in labels }",
      "not one.label in {other.label}",
    ),
  ];
  const looking = [
    fc.tuple(identity, word("==", "!="), plain).map((parts) => parts.join(" ")),
    fc.tuple(value, word("==", "!=", "<", ">="), value).map((parts) => parts.join(" ")),
    fc.tuple(identity, list(0, tame)).map(([a, b]) => `${a} in ${b}`),
    word("texts", "{told(c) | some c in input.interfaces}").map((a) => `count(${a}) > 1`),
    fc.tuple(value, value).map(([a, b]) => `startswith(${a}, ${b})`),
    value.map((a) => `count(${a}) > 3`),
    fc.tuple(identity, identity).map(([a, b]) => `{"a": ${a}}.a == ${b}`),
  ];
  return choice(tame, comparing, looking);
}

/**
 * Bodies of random policies over filters that read interfaces and exposure: everything that a policy may do
 * with an id or a label, and much that it may not. Not all of them type-check.
 */
export const randomBody: fc.Arbitrary<string> = fc
  .constantFrom(1, 4, 16)
  .chain((tame) =>
    fc.record({
      conditions: fc.array(condition(tame), { maxLength: 3 }),
      key: text(2, tame),
      message: text(3, tame),
      evidence: fc.option(list(2, tame), { nil: undefined }),
      shape: fc.constantFrom("set", "set", "list", "else"),
    }),
  )
  .map((drawn) => WORDS + findings(drawn))
  // OPA 1.22 calls the variables of a template string undeclared where it stands in such a comprehension.
  .filter((body) => !(body.includes('$"') && body.includes("findings :=")));

/** Names that agree, hold each other, or look like the constants above. */
const name = fc.constantFrom("a", "a", "aa", "", "x", "in-use", "sg-1", "10", "none", "self");

const names = (drawn: fc.Arbitrary<string>) => fc.array(drawn, { minLength: 12, maxLength: 12 });

/** The document of a filter, with the names of its nodes as numbers to be filled in. */
export const randomDocument: fc.Arbitrary<unknown> = fc
  .record({
    names: fc.oneof(names(name), names(fc.constantFrom("", "a", "aa"))),
    cards: fc.array(fc.constantFrom("in-use", "available", "x"), { minLength: 1, maxLength: 4 }),
    isDefault: fc.boolean(),
  })
  .map(({ names, cards, isDefault }) => ({
    subject: {
      id: names[0],
      label: names[1],
      kind: "filter",
      type: "aws.security-group",
      is: { name: "x", isDefault },
    },
    interfaces: cards.map((status, index) => ({
      id: names[2 + index],
      label: names[6 + index],
      kind: "interface",
      type: "aws.network-interface",
      is: { status },
    })),
    rules: cards.map((_, index) => ({
      id: names[4 + index],
      label: names[index],
      kind: "rule",
      type: "aws.security-group-rule",
      is: { peers: [{ filter: names[2 * index + 1] }, { any: true }, { filter: names[11] }] },
    })),
    exposure: {
      ingress: [{ breadth: "internet", rules: [{ id: names[10], label: names[11] }] }],
      egress: [],
    },
  }));
