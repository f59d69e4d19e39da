import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readXml } from "../../../../src/sources/aws/identity/xml.js";
import { ACCOUNT, nodeOf } from "../harness.js";
import { CERTIFICATE } from "./certificate.js";
import { gapsOf, globally } from "./harness.js";

const ID = `arn:aws:iam::${ACCOUNT}:saml-provider/Corporate`;

const key = (use: string, body: string) =>
  `<md:KeyDescriptor${use}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${body}</ds:KeyInfo></md:KeyDescriptor>`;
const x509 = (text: string) =>
  `<ds:X509Data><ds:X509Certificate>\n${text}\n</ds:X509Certificate></ds:X509Data>`;
const metadata = (keys: string, more = "", before = "") => `<?xml version="1.0" encoding="UTF-8"?>${before}
<!-- made by hand -->
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/?a=1&amp;b=2"${more}>
  <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ${keys}
    <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/out"/>
    <md:SingleSignOnService Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect' Location='http://idp.example.com/in'/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
const provider = (SAMLMetadataDocument: unknown, more: object = {}) =>
  globally("iam:GetSAMLProvider", { SAMLMetadataDocument, ...more }, { SAMLProviderArn: ID });

describe("a SAML provider", () => {
  it("has its entity, where people sign in, and its certificates with their ends", () => {
    const batch = provider(
      metadata(key(' use="signing"', x509(CERTIFICATE)), ' validUntil="2030-01-01T00:00:00Z"'),
      {
        ValidUntil: "2125-01-01T00:00:00.000Z",
        CreateDate: "2025-01-01T00:00:00.000Z",
        AssertionEncryptionMode: "Required",
      },
    );
    const [found] = (nodeOf(batch, ID).is as { certificates: { notBefore: string; notAfter: string }[] })
      .certificates;
    expect(nodeOf(batch, ID)).toMatchObject({
      type: "aws.saml-provider",
      label: "Corporate",
      is: {
        ...{ name: "Corporate", protocol: "saml", encryption: "required", wantsSignedRequests: true },
        issuer: "https://idp.example.com/?a=1&b=2",
        ...{ validUntil: "2125-01-01T00:00:00Z", metadataValidUntil: "2030-01-01T00:00:00Z" },
        signOn: [
          {
            binding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
            location: "http://idp.example.com/in",
          },
        ],
        signOut: [{ location: "https://idp.example.com/out" }],
        certificates: [
          {
            use: "signing",
            subject: "O=Example, CN=idp.example.com",
            issuer: "O=Example, CN=idp.example.com",
            ...{ keyType: "rsa", keyBits: 2048 },
          },
        ],
      },
    });
    const days = (Date.parse(found?.notAfter ?? "") - Date.parse(found?.notBefore ?? "")) / 86_400_000;
    expect(days).toBe(30);
    expect(batch.gaps).toEqual([]);
    expect(JSON.stringify(batch)).not.toContain("EntityDescriptor");
  });

  it.each([
    ["a certificate that is none", metadata(key("", x509("AAAA"))), "cannot be read"],
    ["a key without a certificate", metadata(key("", "<ds:KeyName>k</ds:KeyName>")), "no certificate"],
    ["an end that is no date", metadata("", ' validUntil="soon"'), "no date"],
    ["a document type", metadata("", "", "<!DOCTYPE a [<!ENTITY x 'y'>]>"), "declares a document type"],
    ["an entity of its own", metadata("&lol;"), "names an entity"],
    ["another root", "<a/>", "describes no single entity"],
    ["nothing", "", "has no element"],
    ["half a document", metadata("").slice(0, 300), "ends inside"],
    ["tags that cross", "<a><b></a></b>", "closes a tag that is not open"],
    ["depth", "<a>".repeat(100), "nested more than"],
    ["two roots", "<a/><b/>", "more than one root"],
    ["an unknown prefix", "<x:a/>", "stands for no namespace"],
    ["an attribute twice", "<a b='1' b='2'/>", "attribute that cannot be read"],
    ["a number", 7, "not text"],
  ])("with %s is a gap that says so", (_what, text, why) => {
    const batch = provider(text);
    expect(gapsOf(batch)[0]?.[1]).toEqual([ID]);
    expect(batch.gaps.map(({ message }) => message).join()).toContain(why);
    if (why !== "no certificate" && why !== "cannot be read" && why !== "no date")
      expect(nodeOf(batch, ID).is).not.toHaveProperty("issuer");
  });

  it("is listed with its account, and asked about", () => {
    const batch = globally("iam:ListSAMLProviders", {
      SAMLProviderList: [{ Arn: ID, ValidUntil: "2125-01-01T00:00:00Z", CreateDate: "2025-01-01T00:00:00Z" }],
    });
    expect(nodeOf(batch, ID).is).toMatchObject({ protocol: "saml", validUntil: "2125-01-01T00:00:00Z" });
  });
});

describe("reading XML", () => {
  it("never throws, whatever the text", () => {
    const part = fc.constantFrom(
      ..."< > / = \" ' & ; a b: xmlns= <!-- --> <![CDATA[ ]]> &amp; &#x41; &#0; ? ! \n".split(" "),
      " ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const read = readXml(parts.join(""));
        expect(["string", "object"]).toContain(typeof read);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes text and sections of it together, and the five entities", () => {
    expect(readXml("<a>1 &lt; <![CDATA[2 & <3>]]>&#x21;<b/></a>")).toMatchObject({ text: "1 < 2 & <3>!" });
  });

  it.each([
    ["many attributes", `<a ${"b ".repeat(500_000)}`],
    ["open brackets", "<".repeat(1_000_000)],
    ["ampersands", `<a>${"&".repeat(1_000_000)}</a>`],
    ["comments that do not end", `<a>${"<!--".repeat(200_000)}`],
    ["many elements", `<a>${"<b/>".repeat(200_000)}</a>`],
    [
      "many prefixes",
      `<a ${Array.from({ length: 20_000 }, (_x, n) => `xmlns:p${n}="q"`).join(" ")}>${'<b xmlns:c="d"/>'.repeat(50_000)}`,
    ],
    ["many namespaces", `<a>${'<b xmlns:c="d">'.repeat(40)}${'<b xmlns:c="d"/>'.repeat(50_000)}`],
  ])("takes time that grows with the text: %s", (_what, text) => {
    const started = performance.now();
    readXml(text);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("a provider of web identities", () => {
  const OIDC = `arn:aws:iam::${ACCOUNT}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE`;

  it("has its URL, whom tokens are meant for, and thumbprints", () => {
    const batch = globally(
      "iam:GetOpenIDConnectProvider",
      {
        Url: "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE",
        ClientIDList: ["sts.amazonaws.com"],
        ThumbprintList: ["9E99A48A9960B14926BB7F3B02E22DA2B0AB7280"],
        CreateDate: "2025-01-01T00:00:00Z",
        Tags: [{ Key: "a", Value: "b" }],
      },
      { OpenIDConnectProviderArn: OIDC },
    );
    expect(nodeOf(batch, OIDC)).toMatchObject({
      type: "aws.oidc-provider",
      tags: { a: "b" },
      is: {
        name: "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE",
        protocol: "oidc",
        issuer: "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE",
        audiences: ["sts.amazonaws.com"],
        thumbprints: ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
      },
    });
    expect(batch.gaps).toEqual([]);
  });

  it("that was denied is a gap on this one", () => {
    const batch = globally(
      "iam:GetOpenIDConnectProvider",
      { Error: { Code: "AccessDenied", Message: "no" } },
      { OpenIDConnectProviderArn: OIDC },
    );
    expect(gapsOf(batch)).toEqual([["denied", [OIDC]]]);
  });
});
