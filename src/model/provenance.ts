import { type Static, Type } from "typebox";

/**
 * Where a fact was read: an API answer, a place in a file, or a change in a plan.
 * `uri` is relative and stable; for API answers it is the path at which `causeway export --raw`
 * writes the answer, so that a reader can open it.
 */
export const ProvenanceSchema = Type.Object(
  {
    source: Type.String({ description: "the source that read it: aws, terraform, nftables, inventory" }),
    uri: Type.String({ description: "relative path of the file or of the exported answer" }),
    line: Type.Optional(Type.Integer({ minimum: 1 })),
    column: Type.Optional(Type.Integer({ minimum: 1 })),
    pointer: Type.Optional(Type.String({ description: "JSON pointer (RFC 6901) inside the answer or file" })),
    call: Type.Optional(
      Type.String({ description: "service:Operation of the API answer, e.g. ec2:DescribeVpcs" }),
    ),
    account: Type.Optional(Type.String()),
    region: Type.Optional(Type.String()),
    time: Type.Optional(Type.String({ description: "RFC 3339 time of the API answer, where known" })),
    id: Type.Optional(
      Type.String({ description: "the provider's own id of the rule or record, e.g. sgr-0123" }),
    ),
    address: Type.Optional(Type.String({ description: "address of a planned resource, e.g. aws_vpc.main" })),
  },
  { additionalProperties: false },
);

export type Provenance = Static<typeof ProvenanceSchema>;
