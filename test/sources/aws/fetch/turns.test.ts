import { describe, expect, it } from "vitest";
import { Turns } from "../../../../src/sources/aws/fetch/turns.js";

/** A task that is under way until it is let go. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((done) => {
    open = done;
  });
  return { passed, open };
}

const settled = () => new Promise((done) => setImmediate(done));

describe("turns", () => {
  it("go to so many overall, and to so many of one lane", async () => {
    const turns = new Turns(6);
    const gates = Array.from({ length: 20 }, gate);
    const running = { now: 0, a: 0, most: 0, mostOfA: 0 };
    const tasks = gates.map(({ passed }, index) => {
      const lane = index % 2 === 0 ? "a" : "b";
      return turns.take(lane, async () => {
        running.now++;
        if (lane === "a") running.a++;
        running.most = Math.max(running.most, running.now);
        running.mostOfA = Math.max(running.mostOfA, running.a);
        await passed;
        running.now--;
        if (lane === "a") running.a--;
        return index;
      });
    });
    await settled();
    expect(running).toMatchObject({ now: 6, most: 6 });
    for (const { open } of gates) {
      open();
      await settled();
    }
    expect(await Promise.all(tasks)).toEqual(gates.map((_gate, index) => index));
    expect(running.most).toBe(6);
    expect(running.mostOfA).toBeLessThanOrEqual(6);
  });

  it("pass a slow lane by", async () => {
    const turns = new Turns(8);
    const stuck = Array.from({ length: 30 }, gate);
    const slow = stuck.map(({ passed }) => turns.take("slow", () => passed));
    expect(
      await Promise.all(Array.from({ length: 30 }, (_none, i) => turns.take("quick", async () => i))),
    ).toHaveLength(30);
    for (const { open } of stuck) open();
    await Promise.all(slow);
  });

  it("are halved when a lane throttles, once for all that was under way, and given back one by one", async () => {
    const turns = new Turns(64);
    const others = gate();
    // Others keep the lane from being forgotten.
    const held = turns.take("a", () => others.passed);
    const before = turns.limitOf("a");
    const all = gate();
    const three = Array.from({ length: 3 }, () =>
      turns.take("a", async () => {
        await all.passed;
        turns.throttled("a");
        throw new Error("throttled");
      }),
    );
    all.open();
    expect((await Promise.allSettled(three)).every(({ status }) => status === "rejected")).toBe(true);
    expect(turns.limitOf("a")).toBe(before / 2);
    for (let left = 40; left > 0; left--) await turns.take("a", async () => undefined);
    expect(turns.limitOf("a")).toBeGreaterThan(before);
    others.open();
    await held;
  });

  it("never fall below one, and never rise without end", async () => {
    const turns = new Turns(64);
    for (let times = 20; times > 0; times--) await turns.take("a", async () => turns.throttled("a"));
    expect(turns.limitOf("a")).toBe(1);
    const hold = gate();
    const held = turns.take("b", () => hold.passed);
    for (let times = 1000; times > 0; times--) await turns.take("b", async () => undefined);
    expect(turns.limitOf("b")).toBe(16);
    hold.open();
    await held;
  });

  it("of other lanes are not touched by one that throttles", async () => {
    const turns = new Turns(4);
    await turns.take("111 eu-west-1 ec2", async () => turns.throttled("111 eu-west-1 ec2"));
    expect(turns.limitOf("222 eu-west-1 ec2")).toBe(4);
    expect(turns.limitOf("111 eu-west-1 ec2")).toBe(2);
  });
});
