import type { Json } from "../../../model/index.js";
import type { Item } from "../item.js";
import { word } from "./request-part.js";

type Settings = Record<string, Json>;

/**
 * What a managed group is told of the application: which pages it guards, how closely it looks. The older way
 * names a login page beside the groups' own objects.
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_ManagedRuleGroupConfig.html
 */
export function managedSettings(statement: Item): Settings {
  const entries = statement.list("ManagedRuleGroupConfigs").flatMap((config) => [
    ...named(config, "LoginPath", "loginPath"),
    ...of(config.child("AWSManagedRulesATPRuleSet"), (own) => [
      ...named(own, "LoginPath", "loginPath"),
      ["inspectsResponses", own.child("ResponseInspection") !== null],
    ]),
    ...of(config.child("AWSManagedRulesACFPRuleSet"), (own) => [
      ...named(own, "CreationPath", "creationPath"),
      ...named(own, "RegistrationPagePath", "registrationPath"),
      ["inspectsResponses", own.child("ResponseInspection") !== null],
    ]),
    ...of(config.child("AWSManagedRulesBotControlRuleSet"), (own) => [
      ["inspection", word(own.text("InspectionLevel") ?? "unknown")],
      // On where nothing is said (developer guide, Bot Control rule group).
      ["machineLearning", own.flag("EnableMachineLearning") ?? true],
    ]),
    ...of(config.child("AWSManagedRulesAntiDDoSRuleSet"), antiFlood),
  ]);
  return Object.fromEntries(entries);
}

type Entry = readonly [string, Json];

function of(own: Item | null, read: (own: Item) => Entry[]): Entry[] {
  return own === null ? [] : read(own);
}

function named(own: Item, member: string, name: string): Entry[] {
  const text = own.text(member);
  return text === null ? [] : [[name, text]];
}

function antiFlood(own: Item): Entry[] {
  const challenge = own.child("ClientSideActionConfig")?.child("Challenge") ?? null;
  return [
    ["challenges", challenge?.text("UsageOfAction") === "ENABLED"],
    ["challengeSensitivity", word(challenge?.text("Sensitivity") ?? "HIGH")],
    ["blockSensitivity", word(own.text("SensitivityToBlock") ?? "LOW")],
    [
      "exemptPaths",
      (challenge?.list("ExemptUriRegularExpressions") ?? []).flatMap((one) => one.text("RegexString") ?? []),
    ],
  ];
}
