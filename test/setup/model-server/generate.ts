import { canonicalJson, type Json, type JsonObject } from "../../../src/model/index.js";
import { type Model, type Operation, type Ref, type Shape, shapeOf } from "./models.js";
import { isSensitive, type Named, scalarOf } from "./scalar.js";

/** Where and of what an answer is made up, and how much of it. */
export interface Recipe {
  readonly account: string;
  readonly region: string;
  readonly input: JsonObject;
  /** Items of every list of the answer; those inside items have one. */
  readonly items: number;
  /** Puts this text into every member that may hold a secret. */
  readonly canary?: string;
}

/** Members that choose pages, so that they say nothing about what is listed. */
const PAGING =
  /^(?:next_?token|marker|next_?marker|max_?results|max_?items|limit|page_?size|position|startrecord\w+)$/i;
const TOKEN = /^(?:next_?token|next_?marker|marker)$/i;
const GENERIC = /^(?:id|arn|name)$/i;
const DEEPEST = 7;

/**
 * An output as the model shapes it: the same for the same recipe. The nth item of a list and everything that
 * names it elsewhere in the account and Region have the same id; what an input names is named in its answer.
 */
export function generated(model: Model, operation: Operation, recipe: Recipe): JsonObject {
  if (operation.output === undefined) return {};
  const asked = Object.fromEntries(Object.entries(recipe.input).filter(([name]) => !PAGING.test(name)));
  const about = canonicalJson(asked);
  return new Generator(model, recipe, { asked, about }).output(operation.output);
}

interface Spot {
  readonly name: string;
  /** The thing whose member it is: `Vpc` in `Vpcs`. */
  readonly owner: string;
  readonly index: number;
  readonly within: readonly string[];
}

class Generator {
  constructor(
    private readonly model: Model,
    private readonly recipe: Recipe,
    private readonly question: { readonly asked: JsonObject; readonly about: string },
  ) {}

  output(ref: Ref): JsonObject {
    const members = Object.entries(shapeOf(this.model, ref).members ?? {});
    const wanted = members.filter(([name, { location }]) => !PAGING.test(name) && location !== "statusCode");
    const index = indexIn(this.question.asked);
    return Object.fromEntries(
      wanted.flatMap(([name, member]) => {
        const value = this.value(member, { name, owner: "", index, within: [ref.shape] });
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  private value(ref: Ref, spot: Spot): Json | undefined {
    const shape = shapeOf(this.model, ref);
    const depth = spot.within.length;
    if (shape.type === "structure") {
      if (depth > DEEPEST || spot.within.includes(ref.shape)) return undefined;
      return this.structure(shape, { ...spot, within: [...spot.within, ref.shape] });
    }
    if (shape.type === "list" && shape.member !== undefined) return this.list(shape, spot);
    if (shape.type === "map") return this.map(shape, spot);
    return this.scalar(shape, ref, spot);
  }

  private structure(shape: Shape, spot: Spot): JsonObject {
    const members = Object.entries(shape.members ?? {});
    const some = this.isChoice(shape)
      ? members.slice(spot.index % members.length).slice(0, 1)
      : members.filter(([name]) => !TOKEN.test(name));
    const owner = spot.name === "" ? spot.owner : spot.name;
    return Object.fromEntries(
      some.flatMap(([name, member]) => {
        const value = this.value(member, { ...spot, name, owner });
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  /** One of several things, said in so many words or not: nothing but structures, none of them required. */
  private isChoice({ union, required = [], members = {} }: Shape): boolean {
    const refs = Object.values(members);
    const alternatives = refs.length > 3 && required.length === 0;
    return (
      union === true || (alternatives && refs.every((ref) => shapeOf(this.model, ref).type === "structure"))
    );
  }

  private list(shape: Shape, spot: Spot): Json {
    const { member } = shape;
    const top = spot.within.length <= 2;
    const count = top ? this.recipe.items : Math.min(this.recipe.items, 1);
    if (member === undefined) return [];
    const name = /(?:arn|id|name)$/i.test(member.shape) ? member.shape : singular(spot.name);
    return Array.from({ length: count }, (_, item) =>
      this.value(member, { ...spot, name, index: top ? item : spot.index }),
    ).filter((item) => item !== undefined);
  }

  private map(shape: Shape, spot: Spot): Json {
    const { key, value } = shape;
    if (key === undefined || value === undefined || this.recipe.items === 0) return {};
    const name = this.value(key, { ...spot, name: "key" });
    const one = this.value(value, { ...spot, name: this.secret(shape, spot.name) ? spot.name : "value" });
    return one === undefined
      ? {}
      : { [String(name)]: this.secret(shape, spot.name) ? (this.recipe.canary ?? one) : one };
  }

  private secret(shape: Shape, name: string): boolean {
    const of = (ref: Ref | undefined) => ref !== undefined && isSensitive(shapeOf(this.model, ref), name);
    return isSensitive(shape, name) || of(shape.value);
  }

  private scalar(shape: Shape, ref: Ref, spot: Spot): Json {
    const { account, region, canary } = this.recipe;
    const { asked, about } = this.question;
    const echoed = Object.entries(asked).find(([name]) => name.toLowerCase() === spot.name.toLowerCase());
    if (typeof echoed?.[1] === "string") return echoed[1];
    if (canary !== undefined && shape.type !== "boolean" && isSensitive(shape, spot.name)) {
      if (shape.type === "string" && shape.enum === undefined) return `${canary}-${spot.name}`;
      if (shape.type === "blob") return `${canary}-${spot.name}`;
    }
    const own = GENERIC.test(spot.name) || (spot.owner !== "" && spot.name.startsWith(spot.owner));
    const concept = GENERIC.test(spot.name) ? `${spot.owner}${capital(spot.name)}` : spot.name;
    // What is listed about one thing is not what is listed about another.
    const named: Named = { ...spot, concept, account, region, about: own ? about : "{}" };
    return scalarOf(shape, named, { service: this.model.service, timestamp: ref.timestampFormat });
  }
}

/** Ids end with the number of their item: what is asked about it goes on with that. */
function indexIn(asked: JsonObject): number {
  const [last = ""] = Object.values(asked).flatMap((value) => (typeof value === "string" ? [value] : []));
  const digits = /0([0-9a-f]{3})$/.exec(last)?.[1];
  return digits === undefined ? 0 : Number.parseInt(digits, 16);
}

function singular(name: string): string {
  return name
    .replace(/(?:Set|List|Info|Details?|Descriptions|Summary|Summaries|SummaryList)$/, "")
    .replace(/ies$/, "y")
    .replace(/([^s])s$/, "$1");
}

function capital(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
