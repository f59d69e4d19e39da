import type { ChainsFact, EstateNode } from "../../../model/index.js";
import type { Holding } from "../holdings.js";
import { Probe, powerOf } from "../privileges.js";

export interface Power {
  readonly power: ChainsFact["power"];
  readonly reads: readonly string[];
}

/** What reading all data of a service takes. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const READING: readonly (readonly [service: string, action: string, resource: string])[] = [
  ["dynamodb", "dynamodb:GetItem", "dynamodb:us-east-1:table/causeway-any-name"],
  ["s3", "s3:GetObject", "s3:us-east-1:causeway-any-name/causeway-any-name"],
  ["secretsmanager", "secretsmanager:GetSecretValue", "secretsmanager:us-east-1:secret:causeway-any-name"],
  ["ssm", "ssm:GetParameter", "ssm:us-east-1:parameter/causeway-any-name"],
];
const LIMITED: Power = { power: "limited", reads: [] };

/** What roles and users may do in the end. Those with the same policies in one account are asked about once. */
export class Powers {
  private readonly known = new Map<string, Power>();
  private readonly ids = new Map<object, number>();
  private readonly byVertex = new Map<number, Power>();
  /** Whose policies are known now. */
  private place = "";

  add(vertex: number, holding: Holding, node: EstateNode): void {
    const { partition = "aws", account = "" } = node.scope;
    // They come account by account, and what is known of one is of no use to another.
    if (this.place !== `${partition} ${account}`) this.release();
    this.place = `${partition} ${account}`;
    const key = this.signature(holding);
    const power = this.known.get(key) ?? measured(holding, node);
    this.known.set(key, power);
    if (power.power !== "limited" || power.reads.length > 0) this.byVertex.set(vertex, power);
  }

  /** Nobody is added any more. */
  release(): void {
    this.known.clear();
    this.ids.clear();
  }

  of(vertex: number): Power {
    return this.byVertex.get(vertex) ?? LIMITED;
  }

  /** Vertices of those who may do everything, or give it themselves, in order. */
  *strong(): Iterable<number> {
    for (const [vertex, { power }] of this.byVertex)
      if (power === "everything" || power === "escalates") yield vertex;
  }

  private signature({ own, boundary, guardrails, missing }: Holding): string {
    const ids = [...own, ...(boundary === null ? [] : [boundary, "/"])].map((each) =>
      typeof each === "string" ? each : this.id(each),
    );
    return `${ids.join()} ${guardrails.length === 0 ? "" : this.id(guardrails)} ${missing.length > 0}`;
  }

  private id(of: object): number {
    const known = this.ids.get(of) ?? this.ids.size;
    this.ids.set(of, known);
    return known;
  }
}

function measured(holding: Holding, node: EstateNode): Power {
  const { administrator, escalates } = powerOf(holding, node);
  const probe = new Probe(holding, node);
  const reads = READING.flatMap(([service, action, resource]) =>
    probe.all([{ action, resource }]) === true ? [service] : [],
  );
  if (administrator === true) return { power: "everything", reads };
  if (escalates) return { power: "escalates", reads };
  return { power: administrator === null ? "unknown" : "limited", reads };
}
