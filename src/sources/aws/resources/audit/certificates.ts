import { isObject } from "../../../../model/index.js";
import { keyOf } from "../../audit/certificate-key.js";
import { thingByArn } from "../../audit/thing.js";
import { worded, wordedOr } from "../../audit/wording.js";
import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";

const KIND = { kind: "certificate", type: "aws.acm-certificate" } as const;
const KEYS = [
  "RSA_1024",
  "RSA_2048",
  "RSA_3072",
  "RSA_4096",
  "EC_prime256v1",
  "EC_secp384r1",
  "EC_secp521r1",
];

/**
 * Certificates with keys of every kind: without a word of kinds those with short RSA keys are told alone.
 * https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html
 */
export const certificates: Resource = {
  service: "acm",
  operation: "ListCertificates",
  list: "CertificateSummaryList",
  actions: ["acm:ListCertificates"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["acm:DescribeCertificate"],
  input: { Includes: { keyTypes: KEYS } },
  paging: { input: "NextToken", output: "NextToken", size: { MaxItems: 1000 } },
  normalize({ items, input, draft }) {
    if (input["Includes"] === undefined)
      draft.gap("not-collected", `${draft.place.call} was asked for certificates with short RSA keys alone`, {
        pointer: "",
        touches: { kinds: [KIND.kind], ...whereOf(draft.place) },
      });
    for (const raw of items) {
      const certificate = thingByArn(raw, "CertificateArn", "DomainName");
      if (certificate !== null) draft.node({ ...certificate.base, ...KIND, is: {} });
    }
  },
};

function whereOf({ account, region }: { account?: string; region?: string }) {
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
}

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html */
export const certificateDescriptions: Resource = {
  service: "acm",
  operation: "DescribeCertificate",
  list: "Certificate",
  object: ["Certificate"],
  recognizes(whole) {
    const told = whole?.["Certificate"] ?? null;
    return isObject(told) && typeof told["CertificateArn"] === "string";
  },
  actions: ["acm:DescribeCertificate"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  each: {
    of: "acm:ListCertificates",
    input(certificate) {
      const arn = certificate.text("CertificateArn");
      return arn === null ? null : { CertificateArn: arn };
    },
    node({ CertificateArn: asked, Certificate: told }) {
      const id =
        asked ?? (isObject(told ?? null) ? (told as { CertificateArn?: unknown }).CertificateArn : null);
      return typeof id === "string" ? id : null;
    },
  },
  normalize({ items: [whole], draft }) {
    const told = whole?.child("Certificate") ?? null;
    const certificate = told === null ? null : thingByArn(told, "CertificateArn", "DomainName");
    if (certificate === null) return;
    draft.node({ ...certificate.base, ...KIND, is: factsOf(certificate.item) });
  },
};

function factsOf(item: Item) {
  const eligibility = item.text("RenewalEligibility");
  const usedBy = sortedTexts(item.texts("InUseBy"));
  return {
    names: sortedTexts([item.text("DomainName"), ...item.texts("SubjectAlternativeNames")]),
    allNames: true,
    state: wordedOr(item.text("Status")),
    origin: wordedOr(item.text("Type")),
    issuer: item.text("Issuer"),
    subject: item.text("Subject"),
    ...keyOf(item),
    signature: item.text("SignatureAlgorithm"),
    notBefore: momentOf(item, "NotBefore"),
    notAfter: momentOf(item, "NotAfter"),
    ...{ usedBy, inUse: usedBy.length > 0 },
    renewable: eligibility === null ? null : eligibility === "ELIGIBLE",
    renewal: worded(item.child("RenewalSummary")?.text("RenewalStatus") ?? null),
    validation: sortedTexts(
      item.list("DomainValidationOptions").map((one) => worded(one.text("ValidationMethod"))),
    ),
    transparency: isOn(item, "CertificateTransparencyLoggingPreference"),
    exportable: isOn(item, "Export"),
    authority: item.text("CertificateAuthorityArn"),
  };
}

function isOn(item: Item, option: string): boolean | null {
  const said = item.child("Options")?.text(option) ?? null;
  return said === null ? null : said === "ENABLED";
}
