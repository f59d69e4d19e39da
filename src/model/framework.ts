import { type Static, Type } from "typebox";
import { CONTROL_STATES } from "./control-states.js";
import { Nullable } from "./fact-shapes.js";

const Text = Type.String();

const About = {
  id: Type.String({ description: "by which policies cite it, e.g. cis-aws-5.0" }),
  title: Text,
  version: Text,
  date: Nullable(Type.String({ description: "of publication, as far as it is told" })),
  source: Text,
  whole: Type.Boolean({ description: "every control of the framework is listed" }),
  rest: Type.Optional(Type.String({ description: "what is not listed, where it is not whole" })),
};

/** A framework as `policies/frameworks/*.yaml` tells it: ids of controls with our own words. */
export const FrameworkSchema = Type.Object({
  ...About,
  controls: Type.Array(Type.Object({ id: Text, title: Text })),
});

export type Framework = Static<typeof FrameworkSchema>;

const Count = Type.Integer({ minimum: 0 });

/** What a run says of each control of a framework. */
export const FrameworkResultSchema = Type.Object({
  ...About,
  controls: Type.Array(
    Type.Object({
      id: Text,
      title: Text,
      state: Type.Enum(CONTROL_STATES, {
        description:
          "failed; undecided: nothing failed, and not all could be judged, or some policy was switched off; excepted: what failed is excepted; uncovered: no policy of the run cites it; empty: there was nothing to judge; met: all policies that cite it hold, and one judged something",
      }),
      policies: Type.Array(Text, { description: "that cite it, sorted" }),
      off: Type.Optional(Type.Array(Text, { description: "that cite it as well, and were switched off" })),
      failed: Count,
      undecided: Count,
      passed: Count,
      gaps: Type.Array(Text, { description: "ids of gaps that it waits for: the first, sorted" }),
      moreGaps: Count,
    }),
  ),
});

export type FrameworkResult = Static<typeof FrameworkResultSchema>;
export type ControlResult = FrameworkResult["controls"][number];
