import { reachability } from "../../src/derive/index.js";
import { assemble } from "../../src/graph/index.js";
import type { Answer } from "../../src/model/index.js";
import { normalizeAnswer } from "../../src/sources/aws/index.js";
import type { Matter, Packet } from "./asked.js";
import { readCloud, type Told } from "./cloud.js";
import { ACCOUNT } from "./estate-answers.js";
import { experiment, type Probe } from "./laboratory.js";
import { layOut } from "./lay-out.js";
import { PORTS, WORLD } from "./universe.js";

/** Where the two judges do not say the same. */
export interface Disagreement {
  readonly matter: Matter;
  /** Whether the kernel replied to any of its packets. */
  readonly replied: boolean;
  readonly answer: Answer;
}

/** Milliseconds of silence after which nobody replies any more: not many at first, more for what is suspected. */
export const QUICK = 200;
export const PATIENT = 2000;

/** Asks the kernel: was there a reply to any packet of a matter? */
export async function kernelSays(
  answers: readonly Told[],
  matters: readonly Matter[],
  quiet = PATIENT,
): Promise<boolean[]> {
  const cloud = readCloud(answers);
  const { layout, homes } = layOut(cloud, WORLD.hosts);
  const probes = new Map<string, Probe>();
  for (const packet of matters.flatMap(({ packets }) => packets)) {
    const { from, to, ...traffic } = packet;
    // A NAT gateway chooses ports as it likes: a reply by any of them counts.
    const translated = cloud.nats.length > 0 && !from.includes(":") && traffic.protocol !== "icmp";
    const ends = { space: homes.get(from) ?? "", source: from, target: to };
    probes.set(keyOf(packet), { ...traffic, ...ends, tries: translated ? [0, 4, 8] : [0] });
  }
  const keys = [...probes.keys()];
  const { replied } = await experiment({ layout, probes: [...probes.values()], ports: PORTS, quiet });
  const answered = new Set(keys.filter((_, index) => replied[index] === true));
  return matters.map(({ packets }) => packets.some((packet) => answered.has(keyOf(packet))));
}

const keyOf = ({ from, to, protocol, port, sourcePort }: Packet) =>
  `${from} ${to} ${protocol} ${port} ${sourcePort}`;

/** A single address of the internet counts: the kernel is asked for some of them as well. */
const ANY = { ipv4: 33, ipv6: 129 };

/** Asks the engine, by the way that a collected estate takes. */
export function engineSays(answers: readonly Told[], matters: readonly Matter[]): Answer[] {
  const batches = answers.map(({ operation, output, input = {} }, index) =>
    normalizeAnswer({
      ...{ service: "ec2", operation, output: { ...output }, input: { ...input } },
      ...{ account: ACCOUNT, region: "eu-central-1", source: "aws", uri: `${index}-${operation}.json` },
    }),
  );
  const reach = reachability(assemble(batches), { internet: ANY });
  return matters.map(({ question }) => reach.answer(question));
}

/** An engine that does not know has not answered: everything of these estates was told. */
export function differ(answer: Answer, replied: boolean): boolean {
  return answer.verdict === "unknown" || (answer.verdict === "reaches") !== replied;
}

/** Asks both; what they do not agree on is asked of the kernel once more, with patience. */
export async function disagreements(
  answers: readonly Told[],
  matters: readonly Matter[],
): Promise<{ found: Disagreement[]; replies: number }> {
  const waiting = kernelSays(answers, matters, QUICK);
  const engine = engineSays(answers, matters);
  const kernel = await waiting;
  const suspects = matters.flatMap((matter, index) => {
    const answer = engine[index] as Answer;
    return differ(answer, kernel[index] === true) ? [{ matter, answer }] : [];
  });
  const replies = kernel.filter(Boolean).length;
  if (suspects.length === 0) return { found: [], replies };
  const again = await kernelSays(
    answers,
    suspects.map(({ matter }) => matter),
    PATIENT,
  );
  const found = suspects
    .map((suspect, index) => ({ ...suspect, replied: again[index] === true }))
    .filter(({ answer, replied }) => differ(answer, replied));
  return { found, replies };
}
