import { describe, expect, it } from "vitest";
import { Clients } from "../../../../src/sources/aws/fetch/clients.js";
import { EstateClients } from "../../../../src/sources/aws/fetch/estate-clients.js";
import { afterEachTest } from "../../../setup/ends.js";
import { type Organization, startOrganization } from "./organization-server.js";

const undo = afterEachTest();

/** Refuses the first calls with a code. */
async function refusing(times: number, code: string): Promise<void> {
  let left = times;
  const organization: Organization = {
    accounts: [],
    refuse: ({ call }) => (call === "ec2:DescribeVpcs" && left-- > 0 ? { code, status: 503 } : null),
  };
  undo.push((await startOrganization(organization)).stop);
}
const limits = { attempts: 3, connectTimeout: 1000, answerTimeout: 5000 };

describe("a call that is throttled and answered at last", () => {
  it("tells of each try that was throttled, by service and Region", async () => {
    await refusing(2, "RequestLimitExceeded");
    const told: string[] = [];
    const clients = new Clients({ ...limits, onThrottled: (...lane) => told.push(lane.join(" ")) });
    undo.push(() => clients.close());
    await clients.send("ec2", "DescribeVpcs", { region: "eu-west-1", input: {} });
    expect(told).toEqual(["ec2 eu-west-1", "ec2 eu-west-1"]);
  });

  it("tells nothing of what failed in another way", async () => {
    await refusing(1, "ServiceUnavailable");
    const told: string[] = [];
    const clients = new Clients({ ...limits, onThrottled: (...lane) => told.push(lane.join(" ")) });
    undo.push(() => clients.close());
    await clients.send("ec2", "DescribeVpcs", { region: "eu-west-1", input: {} });
    expect(told).toEqual([]);
  });

  it("lowers what may be asked at once there", async () => {
    await refusing(1, "RequestLimitExceeded");
    const estate = new EstateClients({ attempts: 3 });
    const { clients, caller } = estate.own;
    undo.push(() => clients.close());
    const { turn } = caller("eu-west-1", undefined);
    const most = { running: 0, peak: 0 };
    const ask = () =>
      turn("ec2", async () => {
        most.peak = Math.max(most.peak, ++most.running);
        await clients.send("ec2", "DescribeVpcs", { region: "eu-west-1", input: {} });
        most.running--;
      });
    await ask();
    await Promise.all(Array.from({ length: 6 }, ask));
    expect(most.peak).toBeLessThan(4);
  });
});
