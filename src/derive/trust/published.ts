import type { Graph } from "../../graph/index.js";
import type { EstateNode, Fact, Json, PublishedFact } from "../../model/index.js";

type Provider = EstateNode<"identity-provider">;
type Certificate = NonNullable<Provider["is"]["certificates"]>[number];

/**
 * The fact `published` of SAML providers: what the identity provider of the same entity id publishes of itself, and in
 * which certificates the two differ. An assertion that a certificate signed which only the cloud still takes is good
 * there; one that only the identity provider uses is not.
 */
export function published(graph: Graph): (id: string) => Fact {
  const byIssuer = new Map<string, Provider[]>();
  for (const id of graph.each("identity-provider")) {
    const node = graph.node(id) as Provider;
    if (node.is.protocol !== "saml" || typeof node.is.issuer !== "string") continue;
    byIssuer.set(node.is.issuer, [...(byIssuer.get(node.is.issuer) ?? []), node]);
  }
  return (id) => {
    const node = graph.node(id) as Provider | undefined;
    const others = (byIssuer.get(node?.is.issuer ?? "") ?? []).filter((each) => each.type !== node?.type);
    const value: PublishedFact = {
      by: others.map(({ id: other, label }) => ({ id: other, label })),
      missing: node === undefined ? [] : others.flatMap((other) => without(other, node)),
      gone: node === undefined || others.length === 0 ? [] : without(node, ...others),
    };
    return { value: value as unknown as Json, gaps: [] };
  };
}

/** Certificates that sign for one, and that none of the others has. */
function without(one: Provider, ...others: readonly Provider[]): PublishedFact["gone"] {
  const known = new Set(others.flatMap(signing).map(({ fingerprint }) => fingerprint));
  return signing(one)
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map(({ fingerprint, subject, notAfter }) => ({ fingerprint, subject, notAfter }));
}

function signing({ is }: Provider): Certificate[] {
  return (is.certificates ?? []).filter(({ use }) => use !== "encryption");
}
