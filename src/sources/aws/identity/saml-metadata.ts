import type { FactsByKind } from "../../../model/index.js";
import { plain } from "../moment.js";
import { certificateOf } from "./certificate.js";
import { readXml, type XmlElement } from "./xml.js";

type Provider = FactsByKind["identity-provider"];
export type Metadata = Pick<
  Provider,
  "issuer" | "signOn" | "signOut" | "certificates" | "metadataValidUntil" | "wantsSignedRequests"
>;

/** Where to tell of what cannot be read. */
export interface Reader {
  gap(reason: "unparsed" | "unmodelled", message: string): void;
}

/** IAM takes no longer ones. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html */
const MOST = 10_000_000;
const METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
const SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

/**
 * What the metadata of an identity provider says (OASIS saml-metadata-2.0-os, 2.3.2 and 2.4.3). Null, with a gap,
 * for text that is none.
 */
export function metadataOf(reader: Reader, text: string): Metadata | null {
  const root = rootOf(text);
  const why = typeof root === "string" ? root : isEntity(root) ? null : "describes no single entity";
  if (typeof root === "string" || why !== null) {
    reader.gap("unparsed", `The metadata of a SAML provider ${why}`);
    return null;
  }
  if (within(root, METADATA, ["IDPSSODescriptor"]).length === 0)
    reader.gap("unparsed", "The metadata of a SAML provider names no provider of identities");
  return describe(reader, root);
}

/** The same of each identity provider in a file that an identity provider published, alone or among others (2.3.1). */
export function providersIn(reader: Reader, text: string): Metadata[] {
  const root = rootOf(text);
  const entities = typeof root === "string" ? [] : isEntity(root) ? [root] : entitiesIn(root);
  const providers = entities.filter((each) => within(each, METADATA, ["IDPSSODescriptor"]).length > 0);
  if (providers.length === 0) {
    const why = typeof root === "string" ? root : "names no provider of identities";
    reader.gap("unparsed", `The metadata ${why}`);
  }
  return providers.map((each) => describe(reader, each));
}

function rootOf(text: string): XmlElement | string {
  return text.length > MOST ? `is longer than ${MOST} characters` : readXml(text);
}

function entitiesIn(root: XmlElement): XmlElement[] {
  if (!is(METADATA, "EntitiesDescriptor", root)) return [];
  return root.children.flatMap((child) => (isEntity(child) ? [child] : entitiesIn(child)));
}

function describe(reader: Reader, root: XmlElement): Metadata {
  const roles = within(root, METADATA, ["IDPSSODescriptor"]);
  const until = root.attributes.get("validUntil");
  const metadataValidUntil = until === undefined ? null : plain(until);
  if (until !== undefined && metadataValidUntil === null)
    reader.gap("unparsed", "The metadata of a SAML provider is valid until what is no date");
  return {
    issuer: root.attributes.get("entityID") ?? "",
    signOn: roles.flatMap((role) => endpointsOf(role, "SingleSignOnService")),
    signOut: roles.flatMap((role) => endpointsOf(role, "SingleLogoutService")),
    certificates: roles.flatMap((role) => certificatesOf(reader, role)),
    metadataValidUntil,
    wantsSignedRequests: roles.some((role) => isTrue(role.attributes.get("WantAuthnRequestsSigned"))),
  };
}

function isEntity(root: XmlElement): boolean {
  return is(METADATA, "EntityDescriptor", root) && (root.attributes.get("entityID") ?? "") !== "";
}

function endpointsOf(role: XmlElement, name: string): Provider["signOn"] & object {
  return within(role, METADATA, [name]).map(({ attributes }) => ({
    binding: attributes.get("Binding") ?? "",
    location: attributes.get("Location") ?? "",
  }));
}

/** Keys without a use serve both. A key without a certificate cannot be judged, and is told. */
function certificatesOf(reader: Reader, role: XmlElement): Provider["certificates"] & object {
  return within(role, METADATA, ["KeyDescriptor"]).flatMap((key) => {
    const found = within(key, SIGNATURE, ["KeyInfo", "X509Data", "X509Certificate"]);
    if (found.length === 0) reader.gap("unmodelled", "A key of a SAML provider has no certificate");
    return found.flatMap(({ text }) => {
      const certificate = certificateOf(text);
      if (certificate === null) reader.gap("unparsed", "A certificate of a SAML provider cannot be read");
      return certificate === null ? [] : [{ use: key.attributes.get("use") ?? "any", ...certificate }];
    });
  });
}

/** Descendants by a path of names of one namespace. */
function within(element: XmlElement, namespace: string, path: readonly string[]): XmlElement[] {
  const [name, ...rest] = path;
  if (name === undefined) return [element];
  const found = element.children.filter((child) => is(namespace, name, child));
  return found.flatMap((child) => within(child, namespace, rest));
}

function is(namespace: string, name: string, element: XmlElement): boolean {
  return element.name === name && element.namespace === namespace;
}

function isTrue(value: string | undefined): boolean {
  return value === "true" || value === "1";
}
