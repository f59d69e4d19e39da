import { type Batch, type EstateNode, type Gap, gapOf, type Provenance } from "../../model/index.js";
import { providersIn } from "../aws/index.js";

export interface SamlFile {
  readonly path: string;
  readonly text: string;
}

/** Whether a file is SAML metadata: by its name and the one word that all of it has. */
export function isSamlMetadata({ path, text }: SamlFile): boolean {
  return /\.xml$/i.test(path) && /EntityDescriptor|EntitiesDescriptor/.test(text.slice(0, 20_000));
}

/**
 * What identity providers of one's own publish of themselves: AD FS under /FederationMetadata/2007-06/
 * FederationMetadata.xml, Keycloak under /realms/NAME/protocol/saml/descriptor. Each becomes an identity provider;
 * what cannot be read is a gap that hides what it may have said.
 */
export function readSamlMetadata(files: readonly SamlFile[]): Batch {
  const nodes = new Map<string, EstateNode<"identity-provider">>();
  const gaps: Gap[] = [];
  for (const { path, text } of files) {
    const at: Provenance = { source: "saml", uri: path };
    const touches = { kinds: ["identity-provider" as const] };
    const reader = {
      gap: (reason: "unparsed" | "unmodelled", message: string) =>
        gaps.push(gapOf({ reason, message: `${message} (${path})`, at, touches })),
    };
    for (const said of providersIn(reader, text)) {
      const id = `saml:${said.issuer}`;
      if (nodes.has(id)) reader.gap("unmodelled", `${said.issuer} is described more than once`);
      else nodes.set(id, nodeOf(id, said, at));
    }
  }
  return { nodes: [...nodes.values()], edges: [], gaps };
}

function nodeOf(
  id: string,
  said: ReturnType<typeof providersIn>[number],
  at: Provenance,
): EstateNode<"identity-provider"> {
  const name = said.issuer ?? id;
  return {
    ...{ id, kind: "identity-provider", type: "saml.identity-provider", label: name, aliases: [], at },
    ...{ scope: { provider: "saml" }, tags: {}, native: {} },
    is: {
      ...{ name, protocol: "saml", created: null, validUntil: null, encryption: null },
      ...{ audiences: [], thumbprints: [] },
      ...said,
    },
  };
}
