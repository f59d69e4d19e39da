import { DERIVED, FACTS, type Json, type JsonObject, type Kind } from "../../model/index.js";
import { growTree, type ReadTree } from "../read-plan.js";
import { type PathStep, stepsFrom } from "../relation-paths.js";
import { closedShape } from "./closed-shape.js";

const TEXT: JsonObject = { type: "string" };
/** What every view has; the rest applies to some nodes alone. */
const ALWAYS = ["id", "is", "kind", "label", "type"];

/**
 * The JSON Schema (draft 7, what OPA reads) of `input` for policies about a kind, whatever they read: relations one
 * step deep, and deeper where a path of `reads` goes there; a policy's own document holds what it reads itself.
 */
export function documentSchema(kind: Kind, reads: Iterable<string>): JsonObject {
  const used = new Set<Kind>([kind]);
  const facts = factsOf(kind);
  const plain = new Set([...facts.keys(), "tags", "native"]);
  const paths = new Set([...stepsFrom(kind).keys(), ...[...reads].filter((path) => !plain.has(path))]);
  const tree = growTree([...paths].sort().map((path) => path.split(".")));
  const members = {
    subject: { ...view([kind], { tree: NOTHING, used }, SUBJECT), description: `the ${kind} that is judged` },
    ...Object.fromEntries(facts),
    ...joined([kind], { tree, used }),
  };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Input of policies about a ${kind}`,
    description: `What a policy with subject: ${kind} finds in its input: the subject, and of the other members those that its reads name.`,
    ...closed(members, ["subject"]),
    definitions: Object.fromEntries([...used].sort().map((each) => [each, factsOfKind(each)])),
  };
}

interface Walk {
  readonly tree: ReadTree;
  /** Kinds whose facts the schema must define. */
  readonly used: Set<Kind>;
}

const NOTHING: ReadTree = growTree([]);

const SUBJECT: JsonObject = {
  tags: {
    type: "object",
    additionalProperties: TEXT,
    description: "by key; where reads names tags",
  },
  native: { type: "object", description: "the provider's own object; where reads names native" },
};

const closed = (properties: JsonObject, required: readonly string[]): JsonObject => ({
  type: "object",
  properties,
  required: [...required],
  additionalProperties: false,
});

/** A node as policies see it, with what is joined at it. */
function view(kinds: readonly Kind[], walk: Walk, more: JsonObject = {}): JsonObject {
  for (const kind of kinds) walk.used.add(kind);
  const facts = kinds.map((kind): JsonObject => ({ $ref: `#/definitions/${kind}` }));
  const [only, another] = facts;
  const members: JsonObject = {
    account: { ...TEXT, description: "id of its account; absent where it has none" },
    id: { ...TEXT, description: "unique over the estate: the ARN where there is one" },
    is: only === undefined || another !== undefined ? { anyOf: facts } : only,
    kind: { ...TEXT, enum: [...kinds] },
    label: { ...TEXT, description: "for people: name and short id" },
    region: { ...TEXT, description: "absent where it has none" },
    site: { ...TEXT, description: "id of its site; absent where it has none" },
    type: { ...TEXT, description: "the provider's word, such as aws.security-group or nftables.chain" },
  };
  return closed({ ...members, ...more, ...joined(kinds, walk) }, ALWAYS);
}

function joined(kinds: readonly Kind[], { tree, used }: Walk): JsonObject {
  const out: JsonObject = {};
  for (const [segment, below] of tree.segments) {
    const steps = kinds.map((kind) => stepsFrom(kind).get(segment));
    const known = steps.filter((step) => step !== undefined);
    if (known.length === 0) continue;
    const targets = [...new Set(known.flatMap((step) => step.targets))].sort();
    out[segment] = related(known, {
      of: view(targets, { tree: below, used }),
      everywhere: known.length === steps.length,
    });
  }
  return out;
}

/** An object, a list, or either where the kinds before it differ; null where one of them has no such relation. */
function related(
  steps: readonly PathStep[],
  shape: { readonly of: JsonObject; readonly everywhere: boolean },
): JsonObject {
  const { of, everywhere } = shape;
  const one: JsonObject = { ...of, type: ["object", "null"] };
  const many: JsonObject = { type: everywhere ? "array" : ["array", "null"], items: of };
  const cardinalities = new Set(steps.map(({ cardinality }) => cardinality));
  const description = wordsFor(steps);
  if (cardinalities.size > 1) return { description, anyOf: [one, many] };
  return { ...(cardinalities.has("one") ? one : many), description };
}

function wordsFor(steps: readonly PathStep[]): string {
  const targets = [...new Set(steps.flatMap((step) => step.targets))].sort().join(" or ");
  const backwards = [...new Set(steps.flatMap(({ inverseOf }) => inverseOf ?? []))].join(" or ");
  if (backwards !== "") return `every ${targets} whose ${backwards} it is, by id`;
  return steps.some(({ cardinality }) => cardinality === "many")
    ? `every ${targets} that it leads to, by id`
    : `${targets}; null where there is none, or none was seen`;
}

/** What may be under a kind's `is`: each member only where a source told it. */
function factsOfKind(kind: Kind): JsonObject {
  const { required: _, ...shape } = closedShape(JSON.parse(JSON.stringify(FACTS[kind])) as Json);
  return { description: `facts of a ${kind}; what no source told is absent`, ...shape };
}

function factsOf(kind: Kind): Map<string, JsonObject> {
  const rows = Object.entries(DERIVED).filter(([, { kinds }]) => (kinds as readonly Kind[]).includes(kind));
  return new Map(
    rows.map(([name, { says, schema }]) => {
      const shape = closedShape(JSON.parse(JSON.stringify(schema)) as Json);
      return [name, { ...shape, description: says }];
    }),
  );
}
