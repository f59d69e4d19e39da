import { expect, it } from "vitest";
import { collectAws } from "../../../src/sources/aws/index.js";
import { describeWithMoto, type Moto, withMoto } from "../../setup/moto-server.js";
import { gather } from "./harness.js";
import { seed } from "./seed.js";

/** Everything that the emulator holds, by its own account of it. https://docs.getmoto.org/en/latest/docs/server_mode.html */
async function stateOf({ endpoint }: Moto): Promise<Record<string, unknown>> {
  const answer = await fetch(`${endpoint}/moto-api/data.json`);
  const state = (await answer.json()) as Record<string, Record<string, unknown>>;
  // These it makes anew for every answer that tells of them, and counts them among what it holds.
  for (const [service, made] of ANSWERS) delete state[service]?.[made];
  return state;
}

const ANSWERS = [
  ["ec2", "SecurityGroupRule"],
  ["elbv2", "FakeHealthStatus"],
] as const;

describeWithMoto("an account that is collected", () => {
  let moto: Moto;

  withMoto(async (started) => {
    moto = started;
    await seed("eu-west-1");
  });

  it("is the same afterwards: nothing was made, changed or removed", async () => {
    const options = { regions: ["eu-west-1"], attempts: 1 };
    // The first look makes what the emulator puts into every account and Region when it is asked at all.
    const first = await gather(collectAws(options));
    const before = await stateOf(moto);
    const second = await gather(collectAws(options));
    expect(Object.keys(before).length).toBeGreaterThan(3);
    expect(await stateOf(moto)).toEqual(before);
    const said = ({ answers }: typeof first) =>
      answers.map(({ output, uri }) => `${uri} ${JSON.stringify(output)}`).sort();
    expect(said(second)).toEqual(said(first));
  });
});
