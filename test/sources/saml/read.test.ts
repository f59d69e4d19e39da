import { describe, expect, it } from "vitest";
import { published } from "../../../src/derive/trust/published.js";
import { assemble } from "../../../src/graph/index.js";
import type { PublishedFact } from "../../../src/model/index.js";
import { isSamlMetadata, readSamlMetadata } from "../../../src/sources/saml/index.js";
import { CERTIFICATE } from "../aws/identity/certificate.js";
import { globally } from "../aws/identity/harness.js";

const MD = 'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"';
const DS = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';
const ADFS = "http://sts.example.com/adfs/services/trust";
const REALM = "https://keycloak.example.com/realms/staff";
const ID = "arn:aws:iam::111122223333:saml-provider/adfs";

const key = `<md:KeyDescriptor use="signing"><ds:KeyInfo ${DS}><ds:X509Data><ds:X509Certificate>${CERTIFICATE}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
const idp = (keys: string) =>
  `<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://sts.example.com/adfs/ls/"/></md:IDPSSODescriptor>`;
const entity = (id: string, inside: string) =>
  `<md:EntityDescriptor ${MD} entityID="${id}">${inside}</md:EntityDescriptor>`;
/** As AD FS writes it: what it is for other protocols, and as one that relies on others, stands beside. */
const adfs = entity(
  ADFS,
  `<md:RoleDescriptor protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706"/><md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/>${idp(key)}`,
);
const file = (text: string, path = "adfs.xml") => ({ path, text });
const cloud = (keys: string) =>
  globally("iam:GetSAMLProvider", { SAMLMetadataDocument: entity(ADFS, idp(keys)) }, { SAMLProviderArn: ID });

function fact(cloudKeys: string, metadata: string, of = ID): PublishedFact {
  const graph = assemble([cloud(cloudKeys), readSamlMetadata([file(metadata)])]);
  return published(graph)(of).value as unknown as PublishedFact;
}

describe("metadata of identity providers of one's own", () => {
  it("is an identity provider with its entity, sign-in page and certificates", () => {
    const { nodes, gaps } = readSamlMetadata([file(adfs)]);
    expect(gaps).toEqual([]);
    expect(nodes).toMatchObject([
      {
        ...{ id: `saml:${ADFS}`, kind: "identity-provider", type: "saml.identity-provider" },
        at: { source: "saml", uri: "adfs.xml" },
        is: { issuer: ADFS, protocol: "saml", certificates: [{ use: "signing", keyBits: 2048 }] },
      },
    ]);
  });

  it("may stand among others", () => {
    const all = `<md:EntitiesDescriptor ${MD} Name="urn:keycloak">${entity(REALM, idp(key))}<md:EntitiesDescriptor>${adfs}</md:EntitiesDescriptor></md:EntitiesDescriptor>`;
    expect(readSamlMetadata([file(all)]).nodes.map(({ id }) => id)).toEqual([
      `saml:${REALM}`,
      `saml:${ADFS}`,
    ]);
  });

  it.each([
    ["an entity of its own", `<!DOCTYPE a [<!ENTITY x "y">]>${adfs}`],
    ["one that only relies on others", entity(ADFS, "<md:SPSSODescriptor/>")],
    ["half of it", adfs.slice(0, 200)],
    ["something else", "<a/>"],
  ])("with %s is a gap", (_what, text) => {
    const { nodes, gaps } = readSamlMetadata([file(text)]);
    expect(nodes).toEqual([]);
    expect(gaps).toMatchObject([{ reason: "unparsed", touches: { kinds: ["identity-provider"] } }]);
  });

  it("that is given twice is a gap", () => {
    const { nodes, gaps } = readSamlMetadata([file(adfs), file(adfs, "again.xml")]);
    expect([nodes.length, gaps.length]).toEqual([1, 1]);
  });

  it("is recognized in a folder", () => {
    expect(isSamlMetadata(file(adfs))).toBe(true);
    expect(isSamlMetadata(file(adfs, "adfs.json"))).toBe(false);
    expect(isSamlMetadata(file("<project/>", "pom.xml"))).toBe(false);
  });
});

describe("what a SAML provider of the cloud is matched to", () => {
  it("is the metadata of the same entity id", () => {
    expect(fact(key, adfs)).toEqual({ by: [{ id: `saml:${ADFS}`, label: ADFS }], missing: [], gone: [] });
    expect(fact(key, entity(REALM, idp(key)))).toEqual({ by: [], missing: [], gone: [] });
    expect(fact(key, adfs, `saml:${ADFS}`).by).toEqual([{ id: ID, label: "adfs" }]);
  });

  it("tells the certificates in which they differ", () => {
    expect(fact("", adfs).missing).toHaveLength(1);
    expect(fact(key, entity(ADFS, idp(""))).gone).toMatchObject([
      { subject: "O=Example, CN=idp.example.com" },
    ]);
  });
});
