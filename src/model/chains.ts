import { type Static, Type } from "typebox";
import { Nullable, Text } from "./fact-shapes.js";
import type { Provenance } from "./provenance.js";

/** Where chains begin: who is not given by the cloud itself, or is trusted without being asked. */
export const ORIGINS = [
  "anyone",
  "guest",
  "outside-account",
  "unseen-account",
  "web-identity",
  "oidc",
  "saml",
  "identity-center",
  "anchor",
  "user",
  "service",
] as const;

const EndSchema = Type.Object({
  type: Type.Enum([...ORIGINS, "role"]),
  name: Type.String({ description: "id of a node; of accounts their id, of services their principal" }),
});

const StepSchema = Type.Object({
  from: EndSchema,
  to: EndSchema,
  how: Type.Enum(
    ["assumes", "signs-in", "presents-token", "presents-certificate", "assigned", "pooled"].concat([
      "serves",
      "passes",
      "rewrites",
      "commands",
    ]),
    {
      description:
        "passes: gives the role to something of theirs; rewrites: changes a function that has it; commands: runs commands on a machine that has it",
    },
  ),
  by: Nullable(Type.String({ description: "the service, profile, permission set or thing that is between" })),
  statement: Nullable(Type.Integer({ description: "place in the trust policy of `to`, from 0" })),
  policy: Nullable(Type.String({ description: "of `from`: the policy that lets it" })),
  sure: Type.Boolean({ description: "false: it depends on what is not known" }),
  asks: Type.Array(Text, {
    description: "keys that the caller or its circumstances must bring, in lower case",
  }),
});

const ChainSchema = Type.Object({
  sure: Type.Boolean(),
  steps: Type.Array(StepSchema, { description: "a shortest one" }),
});

/**
 * The fact `chains` of roles, users, identity providers, identity centers and accounts: who can become whom over any
 * number of steps. Only a shortest chain is told of each kind of origin.
 */
export const ChainsSchema = Type.Object({
  power: Type.Enum(["everything", "escalates", "limited", "unknown"], {
    description: "what the role or user itself may do, or give itself; limited of all else",
  }),
  reads: Type.Array(Text, {
    description: "services all of whose data in its own account it certainly may read: s3, dynamodb, …",
  }),
  origins: Type.Array(
    Type.Object({
      origin: Type.Enum([...ORIGINS]),
      chain: ChainSchema,
    }),
    { description: "of a role who comes to it; of an account who comes to one of its administrators" },
  ),
  administrator: Nullable(
    Type.Object(ChainSchema.properties, {
      description:
        "a way from here to a role that may do everything, or give itself everything; without steps it is one; null: none",
    }),
  ),
});

export type ChainsFact = Static<typeof ChainsSchema>;
export type Chain = Static<typeof ChainSchema>;
export type ChainStep = Static<typeof StepSchema>;
export type Origin = (typeof ORIGINS)[number];

/** What `causeway trust` answers. */
export interface TrustAnswer {
  readonly role: { readonly id: string; readonly label: string };
  /** Who was asked about; null: everybody. */
  readonly from: string | null;
  readonly power: ChainsFact["power"];
  readonly reads: readonly string[];
  readonly administrator: Chain | null;
  readonly chains: readonly (Chain & { readonly origin: Origin | null })[];
  /** Data stores of its account that it may read. */
  readonly touches: { id: string; label: string; type: string; sure: boolean }[];
  /** Where the trust policies of steps were read, by id of the role. */
  readonly places: Readonly<Record<string, Provenance>>;
  /** Why there may be more. */
  readonly gaps: readonly string[];
}
