import type { Each } from "../resource.js";
import { arnIn, askBy } from "./asked.js";

/** VPC Lattice: services that networks share. https://docs.aws.amazon.com/vpc-lattice/latest/ug/what-is-vpc-lattice.html */
export const LATTICE = { service: "vpc-lattice", scope: "region" } as const;

/** What is asked about each item of a list, by its ARN. */
export function latticeDetail(list: string, member: string): Each {
  return { of: `vpc-lattice:${list}`, input: askBy("arn", member), node: arnIn(member) };
}
