import type { FactsByKind } from "../../../../model/index.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/**
 * What passwords of an account's users must be like. Without a policy of its own the provider's default holds.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html
 */
export const passwordPolicy: Resource = {
  service: "iam",
  operation: "GetAccountPasswordPolicy",
  list: "PasswordPolicy",
  object: ["PasswordPolicy"],
  actions: ["iam:GetAccountPasswordPolicy"],
  kinds: ["password-policy"],
  types: ["aws.iam-password-policy"],
  scope: "account",
  optional: true,
  none: ["NoSuchEntity", "NoSuchEntityException"],
  normalize({ items: [whole], draft }) {
    const { account, partition } = draft.place;
    // Whose answer it is then nobody knows; that is told where the answer is read.
    if (account === undefined) return;
    const id = `aws:password-policy:${account}`;
    const policy = whole?.about(id).child("PasswordPolicy") ?? null;
    const pointer = policy?.pointer ?? "";
    draft.node({
      ...{ id, kind: "password-policy", type: "aws.iam-password-policy", label: `passwords of ${account}` },
      scope: { provider: "aws", partition, account },
      is: whole !== undefined && policy === null ? {} : factsOf(policy),
      native: policy?.json ?? {},
      pointer,
    });
    draft.edge({ from: id, relation: "account", to: account, pointer });
    if (whole !== undefined && policy === null)
      whole.about(id).gap("unparsed", `${draft.place.call} answered without a policy`);
  },
};

/** The default: eight characters of three kinds, without an end (user guide, "Set an account password policy"). */
function factsOf(policy: Item | null): FactsByKind["password-policy"] {
  const requires = (name: string) => policy?.flag(`Require${name}`) ?? false;
  return {
    configured: policy !== null,
    minimumLength: policy?.int("MinimumPasswordLength") ?? (policy === null ? 8 : null),
    requiresSymbols: requires("Symbols"),
    requiresNumbers: requires("Numbers"),
    requiresUppercase: requires("UppercaseCharacters"),
    requiresLowercase: requires("LowercaseCharacters"),
    maxAgeDays: policy?.int("MaxPasswordAge") || null,
    remembered: policy?.int("PasswordReusePrevention") ?? 0,
    usersMayChange: policy?.flag("AllowUsersToChangePassword") ?? true,
    expiredNeedAdministrator: policy?.flag("HardExpiry") ?? false,
  };
}
