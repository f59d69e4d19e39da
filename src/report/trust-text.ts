import pc from "picocolors";
import type { ChainStep, TrustAnswer } from "../model/index.js";
import { placeText } from "./reach-words.js";
import { visible } from "./visible.js";

const POWERS: Readonly<Record<TrustAnswer["power"], string>> = {
  everything: "may do everything",
  escalates: "can give itself everything",
  limited: "may do some things",
  unknown: "may do what is not known in full",
};

const ORIGINS: Readonly<Record<string, string>> = {
  anyone: "anyone at all",
  guest: "guests of an identity pool",
  "outside-account": "an account outside the organization",
  "unseen-account": "an account that was not collected",
  "web-identity": "a web identity",
  oidc: "tokens of an issuer",
  saml: "people who sign in by SAML",
  "identity-center": "people of the identity center",
  anchor: "holders of a certificate",
  user: "a user with credentials of its own",
  service: "a service",
};

const WAYS: Readonly<Record<ChainStep["how"], string>> = {
  assumes: "takes the role",
  "signs-in": "signs in as",
  "presents-token": "presents a token to become",
  "presents-certificate": "presents a certificate to become",
  assigned: "is assigned",
  pooled: "is given",
  serves: "is trusted by",
  passes: "gives to something of its own",
  rewrites: "rewrites a function that has",
  commands: "commands a machine that has",
};

type Colors = ReturnType<typeof pc.createColors>;

/** Who can become a role, step by step, with the statement that says so and where it stands. */
export function renderTrust(answer: TrustAnswer, { colour }: { colour: boolean }): string {
  const colors = pc.createColors(colour);
  const { role, from, power, reads, chains, touches, gaps } = answer;
  const all = reads.length === 0 ? "" : `; it may read all data of ${reads.join(", ")}`;
  const nobody = from === null ? "nobody can become it, as far as was collected" : `${from} cannot become it`;
  const lines = [
    `${colors.bold(visible(role.label))} ${POWERS[power]}${all}`,
    ...(chains.length === 0 ? [colors.green(visible(nobody))] : []),
    ...chains.flatMap((chain) => drawn(chain, answer, colors)),
    ...(touches.length === 0 ? [] : ["", colors.bold("what it may read")]),
    ...touches.map(({ label, type, sure }) => `  ${sure ? " " : "?"} ${visible(label)} ${colors.dim(type)}`),
    ...(gaps.length === 0 ? [] : [""]),
    ...gaps.map((gap) => colors.dim(`not known: ${visible(gap)}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function drawn(
  { origin, sure, steps }: TrustAnswer["chains"][number],
  { places }: TrustAnswer,
  colors: Colors,
): string[] {
  const who = origin === null ? "" : `${ORIGINS[origin]}, `;
  const count = `${steps.length} ${steps.length === 1 ? "step" : "steps"}`;
  const head = `${who}${count}${sure ? "" : colors.magenta(" (not certain)")}`;
  const [first] = steps;
  return [
    "",
    colors.yellow(head),
    ...(first === undefined ? [] : [`  ○ ${visible(first.from.name)}`]),
    ...steps.flatMap((step, index) => {
      const at = places[step.to.name];
      const mark = index === steps.length - 1 ? "●" : "│";
      return [
        `  ${mark} ${WAYS[step.how]} ${visible(step.to.name)}${byText(step)}`,
        ...(at === undefined ? [] : [colors.dim(`  │     ${statementText(step)}${placeText(at)}`)]),
        ...demands(step).map((text) => colors.dim(`  │     ${text}`)),
      ];
    }),
  ];
}

function byText({ by }: ChainStep): string {
  return by === null ? "" : ` by ${visible(by)}`;
}

function statementText({ statement }: ChainStep): string {
  return statement === null ? "" : `statement ${statement + 1} of its trust policy, `;
}

function demands({ policy, asks, sure }: ChainStep): string[] {
  return [
    ...(policy === null ? [] : [`allowed by ${visible(policy)}`]),
    ...(asks.length === 0 ? [] : [`asks for ${visible(asks.join(", "))}`]),
    ...(sure ? [] : ["depends on what is not known"]),
  ];
}
