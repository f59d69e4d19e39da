import type { Json } from "../../../model/index.js";
import type { Each } from "../resource.js";
import { arnIn, askBy } from "./asked.js";

/** VPC Lattice: services that networks share. https://docs.aws.amazon.com/vpc-lattice/latest/ug/what-is-vpc-lattice.html */
export const LATTICE = { service: "vpc-lattice", scope: "region" } as const;

/** What is asked about each item of a list, by its ARN. */
export function latticeDetail(list: string, member: string): Each {
  return { of: `vpc-lattice:${list}`, input: askBy("arn", member), node: arnIn(member) };
}

/** Whether a member holds the ARN of such a thing. */
export function isLattice(arn: Json | undefined, word: "service" | "servicenetwork"): boolean {
  return typeof arn === "string" && new RegExp(`^arn:[a-z-]+:vpc-lattice:[^:]*:[^:]*:${word}/`).test(arn);
}
