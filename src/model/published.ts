import { type Static, Type } from "typebox";
import { NodeName, Nullable, Text } from "./fact-shapes.js";

const CertificatesSchema = (description: string) =>
  Type.Array(Type.Object({ fingerprint: Text, subject: Text, notAfter: Nullable(Text) }), { description });

/** The fact `published` of a SAML provider: how it agrees with what the identity provider says of itself. */
export const PublishedSchema = Type.Object({
  by: Type.Array(Type.Object({ id: NodeName("id of the other side"), label: Text }), {
    description:
      "of the cloud's provider: the metadata with its entity id; of metadata: the cloud's providers",
  }),
  missing: CertificatesSchema("the other side signs by these, and it does not have them"),
  gone: CertificatesSchema("it has these, and the other side does not; empty where there is none"),
});

export type PublishedFact = Static<typeof PublishedSchema>;
